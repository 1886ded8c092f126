package org.credence.jobs.cubes;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.credence.cubes.Level;
import org.credence.statistics.Change;
import org.credence.statistics.Figure;
import org.credence.statistics.PrevalenceEstimator;
import org.jspecify.annotations.Nullable;

/** Turns the quarters of one brand, in order, into rows. */
final class CellJudge {

  private static final double[] EVEN = {1 / 3.0, 1 / 3.0, 1 / 3.0};

  private final CellRules rules;
  private final String brand;
  private final CellRows rows;
  private final Estimator estimator;

  /** The last trust figures of each series and level. */
  private final Map<Series, Map<Level, Before>> trends = new HashMap<>();

  CellJudge(CellRules rules, String brand) {
    this.rules = rules;
    this.brand = brand;
    this.rows = new CellRows(rules, brand);
    this.estimator = new Estimator(rules.epochs().qualities(brand), brand);
  }

  private record Before(Period period, Tally tally, Estimator.Judged judged) {}

  /**
   * @param before the quarter before, if it was judged
   */
  void judge(@Nullable QuarterCells before, QuarterCells now, Queue<Row> out) {
    List<Periods> periods = new ArrayList<>();
    Period into = QuarterTree.weekInto(now.tree().quarter().first());
    if (before != null && into.first().isBefore(now.tree().quarter().first())) {
      periods.add(Periods.across(into, before, now));
    }
    now.tree().periods().stream()
        .filter(period -> !period.stretch() && !period.first().isAfter(rules.night()))
        .sorted(Comparator.comparing(Period::level).thenComparing(Period::first))
        .forEach(period -> periods.add(Periods.within(period, now)));
    periods.forEach(period -> judge(period, out));
  }

  private void judge(Periods at, Queue<Row> out) {
    boolean wanted = rules.months().contains(at.period().month());
    double[] usual = at.usual(rules.epochs().scores(brand, at.period())).orElse(EVEN);
    double[] whole = usual;
    SortedSet<Series> all = new TreeSet<>(at.series());
    all.add(Series.WHOLE);
    for (Series series : all) {
      Cut cut = at.cut(series);
      Optional<Estimator.Judged> judged =
          cut.showsTrust()
              ? estimator.estimate(cut.tally(), parent(series, usual, whole))
              : Optional.empty();
      if (series.isWhole()) {
        whole = judged.map(found -> found.prevalence().shares()).orElse(usual);
      }
      Optional<Change> change = judged.flatMap(found -> change(series, at.period(), cut, found));
      if (wanted) {
        rows.add(series, at.period(), cut, judged, change, out);
      }
    }
  }

  /** What a small cell is drawn to; employees to nothing that others said. */
  private static double[] parent(Series series, double[] usual, double[] whole) {
    if (series.isEmployees()) {
      return EVEN;
    }
    return series.isWhole() ? usual : whole;
  }

  /** Nothing is compared across a hidden cell, another method or a break in the series. */
  private Optional<Change> change(Series series, Period period, Cut cut, Estimator.Judged judged) {
    Before now = new Before(period, cut.tally(), judged);
    Before before = trends.computeIfAbsent(series, any -> new HashMap<>()).put(period.level(), now);
    if (before == null || !isComparable(before, now)) {
      return Optional.empty();
    }
    int days = (int) ChronoUnit.DAYS.between(before.period().first(), period.first());
    return Optional.of(
        Change.between(
            before.judged().prevalence().get(Figure.NET),
            judged.prevalence().get(Figure.NET),
            Figure.NET,
            judged.reading().shift().ofChange(days),
            PrevalenceEstimator.LEVEL));
  }

  private boolean isComparable(Before before, Before now) {
    Reading then = before.judged().reading();
    Reading today = now.judged().reading();
    return before.period().first().equals(now.period().previous())
        && Epochs.isOneSeries(
            rules.epochs().scores(brand, before.period()),
            rules.epochs().scores(brand, now.period()))
        && then.method() == today.method()
        && then.shift().basis() == today.shift().basis()
        && before.tally().models().entrySet().stream()
            .allMatch(
                model ->
                    now.tally()
                        .models()
                        .getOrDefault(model.getKey(), model.getValue())
                        .equals(model.getValue()));
  }
}
