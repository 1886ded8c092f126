package org.credence.jobs.cubes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.credence.cubes.AuditRule;
import org.credence.lake.Eras;
import org.credence.settings.AuditSettings;

/**
 * Holds what the models made of the newest day against those days of the weeks before that were
 * scored in the same way, by language. Pure.
 *
 * <p>The newest day is the last with enough posts: the drop of a day mostly comes the night after,
 * and a few posts of the night itself tell nothing.
 */
final class DriftAudit {

  private static final String ALL = "all languages";

  /** A language that has fallen silent for longer is not of this night. */
  private static final int DAYS_OF_A_NIGHT = 7;

  private final AuditSettings settings;
  private final LocalDate night;
  private final Eras eras;

  /**
   * @param eras across which nothing is compared
   */
  DriftAudit(AuditSettings settings, LocalDate night, Eras eras) {
    this.settings = settings;
    this.night = night;
    this.eras = eras;
  }

  /** The first day that {@link #of} looks at. */
  LocalDate from() {
    return night.minusWeeks(settings.historyWeeks()).minusDays(DAYS_OF_A_NIGHT);
  }

  List<Finding> of(List<ScoredDay> days) {
    SortedMap<String, SortedMap<LocalDate, ScoredDay>> languages = new TreeMap<>();
    for (ScoredDay day : days) {
      languages.computeIfAbsent(day.language(), any -> new TreeMap<>()).put(day.day(), day);
      languages
          .computeIfAbsent(ALL, any -> new TreeMap<>())
          .merge(day.day(), day, (one, other) -> one.plus(other, ALL));
    }
    List<Finding> findings = new ArrayList<>();
    for (Map.Entry<String, SortedMap<LocalDate, ScoredDay>> language : languages.entrySet()) {
      SortedMap<LocalDate, ScoredDay> its = language.getValue();
      if (!language.getKey().equals(ALL)) {
        net(language.getKey(), its, findings);
      }
      unscored(language.getKey(), its, findings);
    }
    return findings;
  }

  private void net(String language, SortedMap<LocalDate, ScoredDay> days, List<Finding> findings) {
    Predicate<ScoredDay> enough = day -> day.scored() >= settings.leastPosts() && day.weight() > 0;
    Judged judged = judged(days, enough, ScoredDay::net);
    if (judged.isKnown(settings) && judged.usual().isFar(judged.now(), settings.netDrift())) {
      findings.add(
          Finding.of(
              AuditRule.MODEL_DRIFT,
              "%s on %s: mean net %+.2f, usually %+.2f",
              "%s le %s : solde moyen %+.2f, d'habitude %+.2f",
              language,
              judged.day(),
              judged.now(),
              judged.usual().median()));
    }
  }

  private void unscored(
      String language, SortedMap<LocalDate, ScoredDay> days, List<Finding> findings) {
    Judged judged =
        judged(days, day -> day.posts() >= settings.leastPosts(), ScoredDay::unscoredShare);
    if (judged.isKnown(settings)
        && judged.now() > judged.usual().median()
        && judged.usual().isFar(judged.now(), settings.unscoredRise())) {
      findings.add(
          Finding.of(
              AuditRule.UNSCORED_POSTS,
              "%s on %s: %.0f%% of posts without a score, usually %.0f%%",
              "%s le %s : %.0f %% des publications sans score, d'habitude %.0f %%",
              language,
              judged.day(),
              100 * judged.now(),
              100 * judged.usual().median()));
    }
  }

  /** The newest figure beside those before it; one without a history when there is none. */
  private record Judged(LocalDate day, double now, Usual usual) {
    boolean isKnown(AuditSettings settings) {
      return usual.known() >= settings.leastNights();
    }
  }

  private Judged judged(
      SortedMap<LocalDate, ScoredDay> days,
      Predicate<ScoredDay> enough,
      ToDoubleFunction<ScoredDay> figure) {
    List<ScoredDay> known = days.values().stream().filter(enough).toList();
    if (known.isEmpty()) {
      return new Judged(night, 0, Usual.of(List.of()));
    }
    ScoredDay newest = known.get(known.size() - 1);
    boolean ofTonight = newest.day().isAfter(night.minusDays(DAYS_OF_A_NIGHT));
    String methodology = eras.at(newest.day());
    List<Double> before =
        known.subList(0, ofTonight ? known.size() - 1 : 0).stream()
            .filter(day -> eras.at(day.day()).equals(methodology))
            .map(figure::applyAsDouble)
            .toList();
    return new Judged(newest.day(), figure.applyAsDouble(newest), Usual.of(before));
  }
}
