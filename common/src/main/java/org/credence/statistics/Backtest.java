package org.credence.statistics;

import java.util.Comparator;
import java.util.List;

/**
 * How one method did on labelled groups that its model had not seen.
 *
 * @param groups each estimated as the method will serve: time-forward for brands with labelled
 *     history, group-out for new brands and topics
 */
public record Backtest(Method method, List<BacktestGroup> groups) {

  public Backtest {
    groups = List.copyOf(groups);
  }

  /** The method that serves: the least error, the earlier one of equals. */
  public static Backtest best(List<Backtest> candidates) {
    return candidates.stream()
        .min(Comparator.comparingDouble(Backtest::absoluteError))
        .orElseThrow(() -> new IllegalArgumentException("no method to choose from"));
  }

  /** Mean absolute error (AE) over groups and classes. */
  public double absoluteError() {
    return groups.stream().mapToDouble(BacktestGroup::absoluteError).average().orElse(Double.NaN);
  }

  public ShiftTerm shift() {
    return ShiftTerm.fromBacktest(groups);
  }
}
