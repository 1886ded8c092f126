package org.credence.jobs.cli;

import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.credence.jobs.nightly.CodeVersion;
import org.credence.jobs.nightly.NightOptions;
import org.credence.jobs.nightly.Nightly;
import org.credence.jobs.nightly.Step;
import org.credence.settings.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plan}: what a night would redo, and why; what would break by it, and what it costs. */
final class PlanCommand implements Callable<Integer> {

  static final String NAME = "plan";

  @Mixin private GlobalOptions global = new GlobalOptions();

  @Option(
      names = "--date",
      paramLabel = "YYYY-MM-DD",
      description = "The night; default: that of the archive's latest drop.")
  private @Nullable LocalDate date;

  @Option(names = "--force", description = "As if nothing were done.")
  private boolean force;

  private final Console console;

  PlanCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Settings settings = global.settings();
    NightOptions options =
        new NightOptions(
            NAME, Optional.ofNullable(date), Step.all(), force, global.master(), Optional.empty());
    return new Nightly(settings, System.getenv(), CodeVersion.current())
        .foresee(options)
        .map(foresight -> ToldAhead.foresight(foresight, settings.sources()))
        .orElseGet(Told::demoFirst)
        .print(NAME, global.json(), console.out());
  }
}
