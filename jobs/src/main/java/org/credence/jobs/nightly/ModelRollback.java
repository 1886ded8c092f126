package org.credence.jobs.nightly;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.credence.cubes.Editions;
import org.credence.models.ModelCard;
import org.credence.models.ModelStore;
import org.credence.settings.ExitCode;
import org.credence.settings.NearestName;
import org.credence.settings.Refusal;
import org.credence.settings.Settings;

/**
 * Lets a sentiment model that has served before serve again, without Spark. The next night scores
 * what lies in the window of {@code rescoring.nights} with it.
 */
public final class ModelRollback {

  private static final String SENTIMENT = "sentiment";

  private final Settings settings;
  private final Places places;
  private final ModelStore store;

  public ModelRollback(Settings settings) {
    this.settings = settings;
    this.places = new Places(settings);
    this.store = new ModelStore(places.models());
  }

  /**
   * How it ended.
   *
   * @param version that serves now
   * @param withdrawn that served before
   * @param record address of the run record
   */
  public record Outcome(String version, String withdrawn, String record) {}

  /**
   * @param language ISO 639-1 code
   * @param to version to go back to; empty for the one that served before
   * @throws Refusal when there is none, or another run holds the lake
   */
  public Outcome run(String language, Optional<String> to) {
    ModelCard champion = store.champion(SENTIMENT, language).orElseThrow(() -> nothing(language));
    String version = target(champion, to);
    LeasedRun run =
        LeasedRun.rollback(settings, places, night())
            .with("language", language)
            .with("model", version)
            .with("withdrawn", champion.version());
    return run.run(
        places,
        (lease, id) -> {
          lease.check();
          store.rollBack(champion, version);
          return new Outcome(version, champion.version(), run.address());
        });
  }

  /** The night whose figures the model has made. */
  private LocalDate night() {
    return new Editions(places.cubes())
        .latest()
        .map(edition -> LocalDate.parse(edition.night()))
        .orElseThrow(
            () ->
                new Refusal(
                    "There is nothing to roll back",
                    "no edition of the cubes is published, so no figure is the model's",
                    "Run credence nightly first.",
                    ExitCode.INPUT_NOT_READY));
  }

  private String target(ModelCard champion, Optional<String> to) {
    List<String> others =
        store.served(SENTIMENT, champion.language()).stream()
            .filter(version -> !version.equals(champion.version()))
            .toList();
    if (others.isEmpty()) {
      throw new Refusal(
          "There is no model of %s to roll back to".formatted(champion.language()),
          "no other than version " + champion.version() + " has served",
          "Mend the labels and train anew: credence train --force.",
          ExitCode.INPUT_NOT_READY);
    }
    String version = to.orElse(others.get(others.size() - 1));
    if (!others.contains(version)) {
      String hint =
          NearestName.of(version, others).map(near -> "Did you mean " + near + "? ").orElse("");
      throw new Refusal(
          "Can't roll back to model version " + version,
          "it has never served " + champion.language() + ", or serves now",
          hint + "There are: " + String.join(", ", others) + ".",
          ExitCode.USAGE);
    }
    return version;
  }

  private static Refusal nothing(String language) {
    return new Refusal(
        "There is nothing to roll back",
        "no model serves the language '" + language + "'",
        "Name a language of credence.yaml whose model serves, such as en.",
        ExitCode.INPUT_NOT_READY);
  }
}
