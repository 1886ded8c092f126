package org.credence.jobs.nightly;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import org.credence.cubes.Edition;
import org.credence.cubes.Intake;

/**
 * What a night would redo, which break in the series it would mark, and what it is expected to
 * cost; found without Spark.
 *
 * @param seriesBreak nothing unless scoring has changed since the cubes that stand
 * @param costs of the stages that run
 * @param mayReplaceModels whether models are trained first, one of which may then change scoring
 */
public record Foresight(
    Plan plan, Optional<SeriesBreak> seriesBreak, List<Cost> costs, boolean mayReplaceModels) {

  public Foresight {
    costs = List.copyOf(costs);
  }

  static Foresight of(
      Plan plan,
      Optional<SeriesBreak> seriesBreak,
      Optional<Edition> stands,
      EarlierRuns runs,
      boolean force) {
    boolean applies = isDue(plan, Step.APPLY);
    Optional<SeriesBreak> marked = seriesBreak.filter(any -> applies && !force);
    List<Cost> costs = new ArrayList<>();
    for (Decision decision : plan.decisions()) {
      if (decision.due()) {
        costs.add(cost(decision.step(), plan, marked, stands, runs, force));
      }
    }
    return new Foresight(plan, marked, costs, isDue(plan, Step.TRAIN) && applies);
  }

  private static boolean isDue(Plan plan, Step step) {
    return plan.decisions().stream().anyMatch(d -> d.step() == step && d.due());
  }

  private static Cost cost(
      Step step,
      Plan plan,
      Optional<SeriesBreak> marked,
      Optional<Edition> stands,
      EarlierRuns runs,
      boolean force) {
    return switch (step) {
      case INGEST -> {
        long bytes = plan.changes().bytes();
        yield cost(step, OptionalLong.empty(), OptionalLong.of(bytes), runs.scaled(step, bytes));
      }
      case APPLY ->
          marked.isPresent()
              ? again(plan, marked.get().from(), stands, runs)
              : cost(step, force ? runs.longest(step) : runs.usual(step));
      // All cells are computed anew where brands, models or languages are others.
      case CUBES -> cost(step, force || marked.isPresent() ? runs.longest(step) : runs.usual(step));
      case TRAIN, TOPICS, REPORT, MAINTAIN -> cost(step, runs.usual(step));
    };
  }

  private static Cost again(Plan plan, LocalDate from, Optional<Edition> stands, EarlierRuns runs) {
    long bytes =
        plan.drops().entrySet().stream()
            .filter(drop -> !Dates.ofDrop(drop.getKey()).isBefore(from))
            .mapToLong(drop -> drop.getValue().bytes())
            .sum();
    OptionalLong posts = stands.map(edition -> posts(edition, from)).orElse(OptionalLong.empty());
    Optional<EarlierRuns.Ran> ran =
        posts.isPresent() ? runs.scaled(Step.APPLY, posts.getAsLong()) : runs.longest(Step.APPLY);
    return cost(Step.APPLY, posts, OptionalLong.of(bytes), ran);
  }

  /**
   * Posts of the drops since a day, as the edition counted them; of days before those that it
   * counts, as many as on the others.
   */
  private static OptionalLong posts(Edition edition, LocalDate from) {
    SortedMap<String, SortedMap<String, Intake>> intake = edition.intake();
    if (intake.isEmpty()) {
      return OptionalLong.empty();
    }
    long known =
        intake.tailMap(from.toString()).values().stream()
            .flatMap(sources -> sources.values().stream())
            .mapToLong(Intake::posts)
            .sum();
    LocalDate first = LocalDate.parse(intake.firstKey());
    LocalDate last = LocalDate.parse(edition.night());
    long days = Math.max(1, first.until(last.plusDays(1), ChronoUnit.DAYS));
    long before = Math.max(0, from.until(first, ChronoUnit.DAYS));
    return OptionalLong.of(known + known * before / days);
  }

  private static Cost cost(Step step, Optional<EarlierRuns.Ran> ran) {
    return cost(step, OptionalLong.empty(), OptionalLong.empty(), ran);
  }

  private static Cost cost(
      Step step, OptionalLong posts, OptionalLong bytes, Optional<EarlierRuns.Ran> ran) {
    return new Cost(
        step,
        posts,
        bytes,
        ran.map(found -> OptionalDouble.of(found.seconds())).orElse(OptionalDouble.empty()),
        ran.map(EarlierRuns.Ran::run).orElse(""));
  }

  /** Of all stages whose time can be told. */
  public double seconds() {
    return costs.stream().mapToDouble(cost -> cost.seconds().orElse(0)).sum();
  }
}
