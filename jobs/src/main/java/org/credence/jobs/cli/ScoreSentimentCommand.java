package org.credence.jobs.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.credence.jobs.evaluate.SentimentScorer;
import org.credence.jobs.nightly.Work;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code score sentiment}: adds posteriors to the rows of a file. */
final class ScoreSentimentCommand implements Callable<Integer> {

  @Mixin private GlobalOptions global = new GlobalOptions();
  @Mixin private ModelOptions model = new ModelOptions();

  @Option(
      names = "--input",
      paramLabel = "FILE",
      required = true,
      description =
          "TSV or CSV, plain or .gz, UTF-8, with columns id and text; language and group are used.")
  private Path input = Path.of("");

  @Option(
      names = "--output",
      paramLabel = "FILE",
      required = true,
      description =
          "The same rows with p_LABEL for each label, and label_shown; its name ends with .tsv or"
              + " .csv, or with .gz after it.")
  private Path output = Path.of("");

  private final Console console;

  ScoreSentimentCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (Launcher.decides()) {
      return Launcher.codeFor(Work.LARGE);
    }
    SentimentScorer.Scored scored =
        SentimentScorer.score(model.folder(), model.language(), model.embedding(), input, output);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("output", output.toString());
    fields.put("rows", scored.rows());
    fields.put("scored", scored.scored());
    String lines =
        "Wrote %s: %,d rows, %,d of them scored.".formatted(output, scored.rows(), scored.scored());
    return Answer.ok("scored", lines, fields)
        .print("score sentiment", global.json(), console.out());
  }
}
