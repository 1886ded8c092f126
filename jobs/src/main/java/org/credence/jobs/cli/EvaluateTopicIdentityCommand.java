package org.credence.jobs.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.credence.jobs.evaluate.TopicIdentity;
import org.credence.jobs.evaluate.TopicIdentity.Figures;
import org.credence.jobs.nightly.Work;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code evaluate topic-identity}: whether topics keep their identity over planted nights. */
final class EvaluateTopicIdentityCommand implements Callable<Integer> {

  static final String NAME = "topic-identity";

  @Mixin private GlobalOptions global = new GlobalOptions();

  @Option(
      names = "--input",
      paramLabel = "FILE",
      required = true,
      description =
          "TSV or CSV, plain or .gz, with columns id, language, group, text, label; at least 7 labels"
              + " need 25 posts.")
  private Path input = Path.of("");

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "How many streams of ten nights to draw; default: ${DEFAULT-VALUE}.")
  private int seeds = 20;

  private final Console console;

  EvaluateTopicIdentityCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (seeds < 1) {
      throw new UsageError("--seeds is refused", "there must be at least one");
    }
    if (Launcher.decides()) {
      return Launcher.codeFor(Work.LARGE);
    }
    List<Figures> streams =
        TopicIdentity.of(input, LongStream.rangeClosed(1, seeds).boxed().toList());
    Map<String, Object> figures = new LinkedHashMap<>();
    measures().forEach((name, of) -> figures.put(name, mean(streams, of)));
    String lines =
        figures.entrySet().stream()
            .map(figure -> "%-12s %.3f".formatted(figure.getKey(), (double) figure.getValue()))
            .collect(Collectors.joining(System.lineSeparator()));
    measures()
        .forEach(
            (name, of) ->
                figures.put(
                    name + "_range",
                    List.of(
                        streams.stream().mapToDouble(of).min().orElse(0),
                        streams.stream().mapToDouble(of).max().orElse(0))));
    figures.put("streams", seeds);
    return Answer.ok("evaluated", lines, figures)
        .print("evaluate " + NAME, global.json(), console.out());
  }

  private static Map<String, ToDoubleFunction<Figures>> measures() {
    Map<String, ToDoubleFunction<Figures>> measures = new LinkedHashMap<>();
    measures.put("kept", Figures::kept);
    measures.put("ten_nights", Figures::tenNights);
    measures.put("nmi", Figures::nmi);
    measures.put("birth", Figures::birth);
    measures.put("death", Figures::death);
    measures.put("split", Figures::split);
    measures.put("split_named", Figures::splitNamed);
    measures.put("merge", Figures::merge);
    measures.put("merge_named", Figures::mergeNamed);
    measures.put("false_new", Figures::falseNew);
    return measures;
  }

  private static double mean(List<Figures> streams, ToDoubleFunction<Figures> of) {
    return streams.stream().mapToDouble(of).average().orElse(0);
  }
}
