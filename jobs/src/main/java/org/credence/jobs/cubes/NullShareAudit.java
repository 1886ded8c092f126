package org.credence.jobs.cubes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.credence.cubes.AuditRule;
import org.credence.cubes.Intake;
import org.credence.cubes.Words;
import org.credence.settings.AuditSettings;

/** Holds how many posts of a source lack a field against the nights before. Pure. */
final class NullShareAudit {

  private record Lack(Words field, ToLongFunction<Intake> posts) {}

  private static final List<Lack> LACKS =
      List.of(
          new Lack(new Words("author", "auteur"), Intake::noAuthor),
          new Lack(new Words("language", "langue"), Intake::noLanguage),
          new Lack(new Words("responses", "réactions"), Intake::noResponses));

  private final AuditSettings settings;

  NullShareAudit(AuditSettings settings) {
    this.settings = settings;
  }

  /**
   * @param intake by night and source, the judged nights and those before them
   */
  List<Finding> of(
      SortedMap<LocalDate, SortedMap<String, Intake>> intake, Collection<LocalDate> nights) {
    List<Finding> findings = new ArrayList<>();
    for (LocalDate night : nights) {
      SortedMap<LocalDate, SortedMap<String, Intake>> before =
          intake.subMap(night.minusWeeks(settings.historyWeeks()), night);
      intake
          .getOrDefault(night, new TreeMap<>())
          .forEach((source, now) -> judge(source, night, now, before, findings));
    }
    return findings;
  }

  private void judge(
      String source,
      LocalDate night,
      Intake now,
      Map<LocalDate, SortedMap<String, Intake>> before,
      List<Finding> findings) {
    if (now.posts() < settings.leastPosts()) {
      return;
    }
    for (Lack lack : LACKS) {
      Usual usual = Usual.of(shares(source, lack, before));
      double share = share(now, lack);
      if (usual.known() >= settings.leastNights()
          && share > usual.median()
          && usual.isFar(share, settings.nullShareRise())) {
        findings.add(
            new Finding(
                AuditRule.NULL_SHARES,
                new Words(
                    told(
                        "%s on %s: %.0f%% of posts without %s, usually %.0f%%",
                        source, night, share, lack.field().en(), usual),
                    told(
                        "%s le %s : %.0f %% des publications sans %s, d'habitude %.0f %%",
                        source, night, share, lack.field().fr(), usual))));
      }
    }
  }

  private static String told(
      String words, String source, LocalDate night, double share, String field, Usual usual) {
    return String.format(
        java.util.Locale.ROOT, words, source, night, 100 * share, field, 100 * usual.median());
  }

  private List<Double> shares(
      String source, Lack lack, Map<LocalDate, SortedMap<String, Intake>> before) {
    List<Double> shares = new ArrayList<>();
    for (SortedMap<String, Intake> sources : before.values()) {
      Intake then = sources.get(source);
      if (then != null && then.posts() >= settings.leastPosts()) {
        shares.add(share(then, lack));
      }
    }
    return shares;
  }

  private static double share(Intake intake, Lack lack) {
    return (double) lack.posts().applyAsLong(intake) / intake.posts();
  }
}
