package org.credence.jobs.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.credence.cubes.AuditRule;
import org.credence.jobs.nightly.NightOptions;
import org.credence.jobs.nightly.Step;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of a night and of each of its stages. */
final class StageOptions {

  @Option(
      names = "--date",
      paramLabel = "YYYY-MM-DD",
      description =
          "The night: drops dated so or earlier are taken, days up to it are published; default:"
              + " that of the archive's latest drop.")
  private @Nullable LocalDate date;

  @Option(names = "--force", description = "Does again what is already done.")
  private boolean force;

  @Option(names = "--plan", description = "Prints what would run and why, and runs nothing.")
  private boolean plan;

  @Option(
      names = "--run-id",
      paramLabel = "ID",
      description = "Stages of a night with the same ID, any text, share one run record.")
  private @Nullable String runId;

  /** Set by submit, which finds the answer of the run by it. */
  @Option(names = "--submission", paramLabel = "MARK", hidden = true)
  private @Nullable String submission;

  boolean plan() {
    return plan;
  }

  Optional<String> submission() {
    return Optional.ofNullable(submission);
  }

  boolean dated() {
    return date != null;
  }

  NightOptions nightOptions(
      String command, List<Step> steps, Optional<String> master, Map<AuditRule, String> accepted) {
    return new NightOptions(
        command,
        Optional.ofNullable(date),
        steps,
        force,
        master,
        Optional.ofNullable(runId),
        accepted);
  }
}
