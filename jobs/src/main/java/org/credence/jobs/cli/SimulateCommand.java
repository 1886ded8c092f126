package org.credence.jobs.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.credence.jobs.nightly.Work;
import org.credence.jobs.simulate.Simulation;
import org.credence.jobs.simulate.SimulationOptions;
import org.credence.jobs.simulate.SimulationReport;
import org.credence.storage.StorageFailure;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code simulate}: an archive with a planted truth. */
final class SimulateCommand implements Callable<Integer> {

  @Mixin private GlobalOptions global = new GlobalOptions();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder to write; default: ${DEFAULT-VALUE}.")
  private Path out = Path.of("work/simulated");

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The same seed gives the same bytes; default: ${DEFAULT-VALUE}.")
  private long seed = SimulationOptions.DEMO.seed();

  @Option(
      names = "--first-drop",
      paramLabel = "YYYY-MM-DD",
      description = "Date of the first drop; default: ${DEFAULT-VALUE}.")
  private LocalDate firstDrop = SimulationOptions.DEMO.firstDrop();

  @Option(
      names = "--nights",
      paramLabel = "N",
      description = "Number of drops; the whole story needs 60; default: ${DEFAULT-VALUE}.")
  private int nights = SimulationOptions.DEMO.nights();

  @Option(
      names = "--scale",
      paramLabel = "X",
      description =
          "Volume, where 1 is about 64,000 posts in 60 nights; default: ${DEFAULT-VALUE}.")
  private double scale = SimulationOptions.DEMO.scale();

  private final Console console;

  SimulateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    SimulationOptions options = options();
    if (Launcher.decides()) {
      return Launcher.codeFor(Work.LARGE);
    }
    try {
      return told(Simulation.write(out, options)).print("simulate", global.json(), console.out());
    } catch (IOException e) {
      throw StorageFailure.of("write", out.toAbsolutePath().toUri(), "", e);
    }
  }

  private SimulationOptions options() {
    try {
      return new SimulationOptions(seed, firstDrop, nights, scale);
    } catch (IllegalArgumentException e) {
      throw new UsageError("The simulation is refused", String.valueOf(e.getMessage()));
    }
  }

  private static Answer told(SimulationReport report) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("archive", report.archive().toString());
    fields.put("labels", report.labels().toString());
    fields.put("truth", report.truth().toString());
    fields.put("files", report.files());
    fields.put("records", report.records());
    fields.put("posts", report.posts());
    String lines =
        """
        %s %,d posts in %,d records and %,d files.
        Archive %s
        Labels  %s
        Truth   %s"""
            .formatted(
                report.written() ? "Wrote" : "Already there:",
                report.posts(),
                report.records(),
                report.files(),
                report.archive(),
                report.labels(),
                report.truth());
    return Answer.ok(report.written() ? "written" : "nothing to do", lines, fields);
  }
}
