package org.credence.jobs.apply;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.credence.jobs.Night;
import org.credence.jobs.Stage;
import org.credence.jobs.StageMain;
import org.credence.lake.Eras;
import org.credence.lake.Lake;
import org.credence.lake.Mentions;
import org.credence.lake.Notes;
import org.credence.lake.Posts;

/**
 * Scores the posts that are not scored yet. When the methodology has changed, the last days are
 * scored again; older ones keep theirs, by which what comes late for them is scored, too.
 */
public final class ApplyJob implements Stage {

  private final Function<Night, ServingModels> models;

  /** With the models that serve in the night's store. */
  public ApplyJob() {
    this(ServingModels::of);
  }

  ApplyJob(Function<Night, ServingModels> models) {
    this.models = models;
  }

  /** For spark-submit; the options are those of {@code credence apply}. */
  public static void main(String[] options) {
    StageMain.run("apply", options);
  }

  @Override
  public String name() {
    return "apply";
  }

  @Override
  public ApplyResult run(Night night) {
    Lake lake = night.lake();
    lake.ensure(Mentions.TABLE);
    Optional<Eras> before = night.force() ? Optional.empty() : Eras.of(lake);
    Backlog backlog = Backlog.of(lake, before.isEmpty());
    try (Scorers scorers = new Scorers(night, models.apply(night))) {
      ScoringRun run = new ScoringRun(night, scorers);
      if (backlog instanceof Backlog.Everything all) {
        return run.everything(all);
      }
      if (before.isEmpty() || scorers.isNow(before.get().current())) {
        return run.score(backlog, before.orElseGet(() -> Eras.all(scorers.now().id())));
      }
      // Two commits: each leaves all days whole, and what comes after it to the next run.
      ApplyResult again = run.scoreAgain(from(night), before.get());
      return again.and(run.score(backlog, Eras.of(lake).orElseThrow()));
    }
  }

  /** The first day that is scored again: posts whose text is gone can't be. */
  private static LocalDate from(Night night) {
    LocalDate from = night.settings().credence().rescoring().from(night.date());
    return night.lake().marked(Posts.TABLE, Notes.TEXT_GONE).filter(from::isBefore).orElse(from);
  }
}
