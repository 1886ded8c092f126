package org.credence.jobs.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.credence.jobs.evaluate.Evaluated;
import org.credence.jobs.evaluate.SentimentEvaluator;
import org.credence.jobs.nightly.Work;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code evaluate sentiment}: measures a model on a labelled file. */
final class EvaluateSentimentCommand implements Callable<Integer> {

  @Mixin private GlobalOptions global = new GlobalOptions();
  @Mixin private ModelOptions model = new ModelOptions();

  @Option(
      names = "--input",
      paramLabel = "FILE",
      required = true,
      description =
          "TSV or CSV, plain or .gz, UTF-8, with the columns of label files: id, language, group,"
              + " text, label.")
  private Path input = Path.of("");

  @Option(
      names = "--group-by",
      paramLabel = "COLUMN",
      split = ",",
      description =
          "Also the shares of labels in each group, such as --group-by group or group,month.")
  private List<String> groupBy = new ArrayList<>();

  @Option(
      names = "--audit-labels",
      paramLabel = "FILE",
      description =
          "Labelled posts of the same target, 30 or more, on which posteriors are recalibrated"
              + " first.")
  private @Nullable Path audited;

  private final Console console;

  EvaluateSentimentCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (Launcher.decides()) {
      return Launcher.codeFor(Work.LARGE);
    }
    Evaluated evaluated =
        SentimentEvaluator.evaluate(
            new SentimentEvaluator.Request(
                model.folder(),
                model.language(),
                input,
                groupBy.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList(),
                Optional.ofNullable(audited),
                model.embedding()));
    return Answer.ok("evaluated", evaluated.lines(), evaluated.fields())
        .print("evaluate sentiment", global.json(), console.out());
  }
}
