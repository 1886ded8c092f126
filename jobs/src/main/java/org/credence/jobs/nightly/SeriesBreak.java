package org.credence.jobs.nightly;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.credence.cubes.Edition;
import org.credence.lake.Eras;
import org.credence.models.Methodologies;
import org.credence.models.Methodology;
import org.credence.models.ModelCard;
import org.credence.models.ModelStore;
import org.credence.settings.Settings;

/**
 * A break in the series that a night would mark.
 *
 * @param from first day that is scored again
 * @param whole whether no older drop was taken: then all is scored again and nothing breaks
 * @param before id of the methodology that older days keep
 * @param after id of the present one
 * @param changes what is different, in words
 */
public record SeriesBreak(
    LocalDate from, boolean whole, String before, String after, List<String> changes) {

  private static final String SENTIMENT = "sentiment";

  public SeriesBreak {
    changes = List.copyOf(changes);
  }

  /** What the cubes that stand were scored by, against the settings and models as they are. */
  static Optional<SeriesBreak> of(
      Places places, String authorKey, Optional<Edition> stands, Plan plan) {
    Optional<String> before = stands.flatMap(Edition::methodologies).map(Eras::current);
    return before.isEmpty()
        ? Optional.empty()
        : of(
            before.get(), new Methodologies(places.models()), now(places, authorKey), plan, places);
  }

  private static Methodology now(Places places, String authorKey) {
    Settings settings = places.settings();
    List<String> languages = settings.credence().languages();
    Map<String, String> models = new TreeMap<>();
    for (ModelCard card : new ModelStore(places.models()).champions(SENTIMENT, languages)) {
      models.put(card.language(), card.identity());
    }
    return Methodology.of(settings, models, authorKey);
  }

  private static Optional<SeriesBreak> of(
      String id, Methodologies kept, Methodology now, Plan plan, Places places) {
    Optional<Methodology> before = kept.find(id);
    List<String> changes =
        before.map(then -> then.changes(now)).orElse(List.of("what older days were scored by"));
    if (id.equals(now.id()) || changes.isEmpty()) {
      return Optional.empty();
    }
    LocalDate from = places.settings().credence().rescoring().from(plan.published());
    boolean older =
        plan.drops().keySet().stream().map(Dates::ofDrop).anyMatch(drop -> drop.isBefore(from));
    return Optional.of(new SeriesBreak(from, !older, id, now.id(), changes));
  }
}
