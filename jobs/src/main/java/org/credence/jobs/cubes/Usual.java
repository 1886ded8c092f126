package org.credence.jobs.cubes;

import java.util.Collection;

/**
 * What a figure is usually, told robustly: a crisis or a campaign in the history moves neither.
 *
 * @param deviation median distance from the median
 * @param known number of figures behind it
 */
record Usual(double median, double deviation, int known) {

  /** Beyond so many deviations a figure is unusual; a normal one is so once in 1,300 times. */
  private static final double FAR = 5;

  static Usual of(Collection<? extends Number> history) {
    double[] values = history.stream().mapToDouble(Number::doubleValue).toArray();
    double median = median(values);
    double[] distances = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      distances[i] = Math.abs(values[i] - median);
    }
    return new Usual(median, median(distances), values.length);
  }

  /** Whether a figure is away by more than a threshold, and by more than it usually wanders. */
  boolean isFar(double value, double threshold) {
    double distance = Math.abs(value - median);
    return distance > threshold && distance > FAR * deviation;
  }

  private static double median(double[] values) {
    if (values.length == 0) {
      return 0;
    }
    double[] sorted = values.clone();
    java.util.Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
