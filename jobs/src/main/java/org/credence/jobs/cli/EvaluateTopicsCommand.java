package org.credence.jobs.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.credence.jobs.evaluate.TopicEvaluation;
import org.credence.jobs.nightly.Stopwatch;
import org.credence.jobs.nightly.Work;
import org.credence.topics.Agreement;
import org.credence.topics.TopicQuality;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code evaluate topics}: finds topics in a labelled file and compares them with its labels. */
final class EvaluateTopicsCommand implements Callable<Integer> {

  static final String NAME = "topics";

  @Mixin private GlobalOptions global = new GlobalOptions();

  @Option(
      names = "--input",
      paramLabel = "FILE",
      required = true,
      description =
          "TSV or CSV, plain or .gz, with columns id, language, group, text, label; all of it is one"
              + " scope.")
  private Path input = Path.of("");

  @Option(
      names = "--topics",
      paramLabel = "K",
      required = true,
      description = "Finds at most so many topics.")
  private int topics;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The same seed gives the same topics; default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  private final Console console;

  EvaluateTopicsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (topics < 1) {
      throw new UsageError("--topics is refused", "there must be at least one topic");
    }
    if (Launcher.decides()) {
      return Launcher.codeFor(Work.LARGE);
    }
    Stopwatch stopwatch = new Stopwatch();
    TopicEvaluation evaluation = TopicEvaluation.of(input, topics, seed);
    double seconds = stopwatch.elapsed().toMillis() / 1e3;
    return told(evaluation, seconds).print("evaluate topics", global.json(), console.out());
  }

  private Answer told(TopicEvaluation evaluation, double seconds) {
    TopicQuality quality = evaluation.quality(seed);
    int[] assigned = evaluation.found().assigned();
    List<List<String>> words =
        quality.words().stream().map(topic -> evaluation.corpus().words(topic)).toList();
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("npmi", quality.npmi());
    figures.put("npmi_held_out", quality.npmiHeldOut());
    figures.put("diversity", quality.diversity());
    figures.put("nmi", Agreement.nmi(assigned, evaluation.labels()));
    figures.put("purity", Agreement.purity(assigned, evaluation.labels()));
    figures.put("seconds", seconds);
    figures.put("held_out_mixture", evaluation.choice().mixture());
    figures.put("held_out_centroids", evaluation.choice().centroids());
    String lines =
        figures.entrySet().stream()
            .map(figure -> "%-20s %.3f".formatted(figure.getKey(), (double) figure.getValue()))
            .collect(Collectors.joining(System.lineSeparator()));
    figures.put("kind", evaluation.choice().kind().name().toLowerCase(Locale.ROOT));
    figures.put("posts", assigned.length);
    figures.put("topics", words);
    return Answer.ok("evaluated", lines + System.lineSeparator() + listed(words), figures);
  }

  private static String listed(List<List<String>> words) {
    return words.stream()
        .map(topic -> String.join(" ", topic))
        .collect(Collectors.joining(System.lineSeparator()));
  }
}
