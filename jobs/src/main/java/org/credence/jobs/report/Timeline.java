package org.credence.jobs.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * The periods that the charts of a brand share, oldest first and without a hole: whatever stands in
 * one column is of one period.
 */
public record Timeline(List<Span> spans) {

  /** Width of a chart, in its own units. */
  static final int WIDTH = 640;

  static final int LEFT = 36;
  static final int RIGHT = 12;

  /** At most so many periods. */
  static final int PERIODS = 13;

  public Timeline {
    spans = List.copyOf(spans);
  }

  /**
   * The last periods up to one.
   *
   * @param known periods of which something is known; no older one is shown than their first
   */
  static Timeline upTo(Span last, Collection<Span> known) {
    List<Span> spans = new ArrayList<>(List.of(last));
    while (spans.size() < PERIODS && known.stream().anyMatch(earlierThan(spans))) {
      spans.add(spans.get(spans.size() - 1).previous());
    }
    Collections.reverse(spans);
    return new Timeline(spans);
  }

  private static java.util.function.Predicate<Span> earlierThan(List<Span> spans) {
    Span earliest = spans.get(spans.size() - 1);
    return span -> span.level() == earliest.level() && span.first().isBefore(earliest.first());
  }

  double column() {
    return (double) (WIDTH - LEFT - RIGHT) / spans.size();
  }

  /** Middle of a column. */
  double x(int period) {
    return LEFT + column() * (period + 0.5);
  }

  /** What stands under each column. */
  List<Tick> ticks(Wording words) {
    List<Tick> ticks = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      ticks.add(new Tick(x(i), words.tick(spans.get(i))));
    }
    return ticks;
  }

  /** A label of the axis. */
  public record Tick(double x, String label) {}
}
