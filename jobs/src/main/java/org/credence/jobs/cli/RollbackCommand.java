package org.credence.jobs.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.credence.jobs.nightly.ModelRollback;
import org.credence.jobs.nightly.NightReport;
import org.credence.jobs.nightly.RollbackRun;
import org.credence.settings.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rollback}: lets the edition before stand, or the model before serve again. */
final class RollbackCommand implements Callable<Integer> {

  @Mixin private GlobalOptions global = new GlobalOptions();

  @Option(
      names = "--to",
      paramLabel = "EDITION",
      description =
          "Edition, or with --model version, to go back to; default: the one that stood before.")
  private @Nullable String to;

  @Option(
      names = "--model",
      paramLabel = "LANGUAGE",
      description =
          "Roll back the sentiment model of a language, such as en, instead of the cubes; the next"
              + " night scores with the one that served before.")
  private @Nullable String model;

  private final Console console;

  RollbackCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Settings settings = global.settings();
    return model == null ? ofCubes(settings) : ofModel(settings, model);
  }

  private int ofModel(Settings settings, String language) {
    ModelRollback.Outcome outcome =
        new ModelRollback(settings).run(language, Optional.ofNullable(to));
    String lines =
        """
        Model %s of %s serves again; %s is withdrawn.
        The next night scores the last %d nights with it and marks the break. What was withdrawn
        comes back by credence rollback --model %s --to %s.\
        """
            .formatted(
                outcome.version(),
                language,
                outcome.withdrawn(),
                settings.credence().rescoring().nights(),
                language,
                outcome.withdrawn());
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("language", language);
    fields.put("model", outcome.version());
    fields.put("withdrawn", outcome.withdrawn());
    fields.put("record", outcome.record());
    return Answer.ok("rolled back", lines, fields).print("rollback", global.json(), console.out());
  }

  private int ofCubes(Settings settings) {
    RollbackRun.Outcome outcome = new RollbackRun(settings).run(Optional.ofNullable(to));
    String edition = outcome.edition().name();
    String lines =
        """
        Edition %s stands again, published up to %s.
        Edition %s is withdrawn. %s
        Cubes   %s
        The next night with something new publishes from here; what was withdrawn comes back by
        credence nightly --force, or by credence rollback --to %s.\
        """
            .formatted(
                edition,
                outcome.edition().night(),
                outcome.withdrawn().name(),
                outcome.page(),
                NightReport.local(settings.cubes()) + "/" + edition,
                outcome.withdrawn().name());
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("edition", edition);
    fields.put("night", outcome.edition().night());
    fields.put("withdrawn", outcome.withdrawn().name());
    fields.put("record", outcome.record());
    return Answer.ok("rolled back", lines, fields).print("rollback", global.json(), console.out());
  }
}
