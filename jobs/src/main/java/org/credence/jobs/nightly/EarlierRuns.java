package org.credence.jobs.nightly;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What stages took in earlier runs, by their records. Pure. */
final class EarlierRuns {

  /** Records that are read: a month of nights, some of them repeated. */
  static final int RECORDS = 60;

  private final List<JsonNode> records;

  /**
   * @param records newest first
   */
  EarlierRuns(List<JsonNode> records) {
    this.records = List.copyOf(records);
  }

  /**
   * A stage that ran.
   *
   * @param amount of what its time depends on, at least 1
   */
  record Ran(String run, double seconds, long amount) {}

  /** How the amount of work of a stage is told. */
  private static long amount(Step step, JsonNode record, JsonNode stage) {
    return switch (step) {
      case INGEST -> record.path("inputs").path("new_bytes").asLong();
      case APPLY -> stage.path("figures").path("posts").asLong();
      case TRAIN, TOPICS, CUBES, REPORT, MAINTAIN -> 1;
    };
  }

  private List<Ran> of(Step step) {
    List<Ran> ran = new ArrayList<>();
    for (JsonNode record : records) {
      for (JsonNode stage : record.path("stages")) {
        if (stage.path("name").asText().equals(step.id()) && stage.path("ran").asBoolean()) {
          ran.add(
              new Ran(
                  record.path("run").asText(),
                  stage.path("seconds").asDouble(),
                  Math.max(1, amount(step, record, stage))));
        }
      }
    }
    return ran;
  }

  /** The run that took longest. */
  Optional<Ran> longest(Step step) {
    return of(step).stream().max(Comparator.comparingDouble(Ran::seconds));
  }

  /** The one in the middle of all by their time. */
  Optional<Ran> usual(Step step) {
    List<Ran> ran = of(step).stream().sorted(Comparator.comparingDouble(Ran::seconds)).toList();
    return ran.isEmpty() ? Optional.empty() : Optional.of(ran.get(ran.size() / 2));
  }

  /**
   * The run with most to do, scaled to an amount, and never faster than the fastest of all: part of
   * the time is spent however little there is to do.
   */
  Optional<Ran> scaled(Step step, long amount) {
    List<Ran> ran = of(step);
    double fastest = ran.stream().mapToDouble(Ran::seconds).min().orElse(0);
    return ran.stream()
        .max(Comparator.comparingLong(Ran::amount))
        .map(
            most ->
                new Ran(
                    most.run(),
                    Math.max(fastest, most.seconds() * amount / most.amount()),
                    most.amount()));
  }
}
