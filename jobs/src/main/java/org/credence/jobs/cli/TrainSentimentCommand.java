package org.credence.jobs.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.credence.jobs.evaluate.SentimentTrainer;
import org.credence.jobs.evaluate.Trained;
import org.credence.jobs.nightly.CodeVersion;
import org.credence.jobs.nightly.Work;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code train sentiment}: a model from label files, outside the night. */
final class TrainSentimentCommand implements Callable<Integer> {

  @Mixin private GlobalOptions global = new GlobalOptions();

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      required = true,
      arity = "1..*",
      description =
          "TSV or CSV, plain or .gz, UTF-8, columns id, language, group, text, label and perhaps"
              + " day by the names in its first line; group may be empty, labels are any two or"
              + " more.")
  private List<Path> labels = new ArrayList<>();

  @Option(
      names = "--language",
      paramLabel = "CODE",
      required = true,
      description = "ISO 639-1 code, such as en; rows in other languages are left out.")
  private String language = "";

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Folder of the model; default: work/sentiment-CODE. A model in it is replaced.")
  private @Nullable Path output;

  @Option(
      names = "--group-feature",
      description = "Crosses words with the group of a row: what a word means for one brand.")
  private boolean groupFeature;

  @Option(
      names = "--embedding",
      paramLabel = "DIR",
      description =
          "Folder with model.onnx and tokenizer.json of a sentence transformer, for a second opinion"
              + " on each text; some 10 ms of a core a post.")
  private @Nullable Path embedding;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The same rows and seed give the same bytes; default: that of credence.yaml.")
  private @Nullable Long seed;

  private final Console console;

  TrainSentimentCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (Launcher.decides()) {
      return Launcher.codeFor(Work.LARGE);
    }
    long chosen = seed == null ? global.settings().credence().seed() : seed;
    Path folder = output == null ? Path.of("work/sentiment-" + language) : output;
    Trained trained =
        new SentimentTrainer(
                new SentimentTrainer.Request(
                    labels,
                    language,
                    groupFeature,
                    Optional.ofNullable(embedding),
                    chosen,
                    CodeVersion.current().toString()))
            .train(folder);
    return Answer.ok("trained", trained.lines(), trained.fields())
        .print("train sentiment", global.json(), console.out());
  }
}
