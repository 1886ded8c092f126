package org.credence.jobs.nightly;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.credence.cubes.Edition;
import org.credence.cubes.Editions;
import org.credence.jobs.report.WithdrawnPage;
import org.credence.settings.ExitCode;
import org.credence.settings.NearestName;
import org.credence.settings.Refusal;
import org.credence.settings.Settings;

/**
 * Lets an older edition stand again, without Spark. What the lake holds stays; the next night that
 * has something new publishes from the edition that stands.
 */
public final class RollbackRun {

  private final Settings settings;
  private final Places places;
  private final Editions editions;

  public RollbackRun(Settings settings) {
    this.settings = settings;
    this.places = new Places(settings);
    this.editions = new Editions(places.cubes());
  }

  /**
   * How it ended.
   *
   * @param edition that stands now
   * @param withdrawn that stood before
   * @param page what became of the withdrawn edition's report, a sentence
   * @param record address of the run record
   */
  public record Outcome(Edition edition, Edition withdrawn, String page, String record) {}

  /**
   * @param to edition to go back to; empty for the one before
   * @throws Refusal when there is none, or it is not whole, or another run holds the lake
   */
  public Outcome run(Optional<String> to) {
    Edition from = editions.latest().orElseThrow(RollbackRun::nothing);
    Edition target = target(from, to);
    LeasedRun run =
        LeasedRun.rollback(settings, places, LocalDate.parse(from.night()))
            .with("edition", target.name())
            .with("withdrawn", from.name());
    return run.run(
        places,
        (lease, id) -> {
          editions.rollBack(from, target, id, lease);
          return new Outcome(target, from, withdrawPage(from, target), run.address());
        });
  }

  private Edition target(Edition from, Optional<String> to) {
    String name = to.orElseGet(() -> before(from));
    if (name.equals(from.name())) {
      throw new Refusal(
          "There is nothing to roll back",
          "edition " + name + " stands already",
          "Name an older edition: " + others(from) + ".",
          ExitCode.USAGE);
    }
    return editions.edition(name).orElseThrow(() -> gone(name, from, to.isPresent()));
  }

  /** Editions of older releases don't say what stood before them: the newest of an older night. */
  private String before(Edition from) {
    if (!from.before().isEmpty()) {
      return from.before();
    }
    return editions.names().stream()
        .filter(name -> name.compareTo(from.night()) < 0)
        .reduce((older, newer) -> newer)
        .orElseThrow(
            () ->
                new Refusal(
                    "There is nothing to roll back to",
                    "no edition was published before " + from.name(),
                    "Mend what is wrong and publish anew: credence nightly --force.",
                    ExitCode.INPUT_NOT_READY));
  }

  private Refusal gone(String name, Edition from, boolean named) {
    List<String> names = editions.names();
    String hint =
        NearestName.of(name, names).map(nearest -> "Did you mean " + nearest + "? ").orElse("");
    return new Refusal(
        "Can't roll back to edition " + name,
        "there is no such edition in " + settings.cubes(),
        hint + "There are: " + others(from) + ".",
        named ? ExitCode.USAGE : ExitCode.INPUT_NOT_READY);
  }

  private String others(Edition from) {
    List<String> others = editions.names().stream().filter(n -> !n.equals(from.name())).toList();
    return others.isEmpty() ? "none" : String.join(", ", others);
  }

  /** A report of figures that were withdrawn must not go on looking like one that stands. */
  private String withdrawPage(Edition from, Edition to) {
    String key = from.night() + "/index.html";
    if (places.reports().list(key).isEmpty()) {
      return "It has no report.";
    }
    if (from.night().equals(to.night())) {
      places.reports().delete(key);
      return "Its report is removed; the next credence nightly --date %s writes that of %s."
          .formatted(to.night(), to.name());
    }
    places.reports().swap(key, WithdrawnPage.html(from.name(), to.name(), to.night()));
    return "Its report gives way to a note.";
  }

  private static Refusal nothing() {
    return new Refusal(
        "There is nothing to roll back",
        "no edition of the cubes is published",
        "Run credence nightly first.",
        ExitCode.INPUT_NOT_READY);
  }
}
