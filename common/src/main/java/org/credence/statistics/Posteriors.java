package org.credence.statistics;

import java.util.Arrays;

/**
 * Weighted posteriors over any number of classes.
 *
 * @param weights one weight per row, not negative
 * @param rows rows × classes; each row sums to 1
 */
@SuppressWarnings("ArrayRecordComponent") // Rows of numbers in hot loops; nobody compares them.
public record Posteriors(double[] weights, double[][] rows) {

  public Posteriors {
    if (weights.length != rows.length) {
      throw new IllegalArgumentException(
          "%d weights for %d rows".formatted(weights.length, rows.length));
    }
  }

  /** Rows that weigh 1 each. */
  public static Posteriors of(double[][] rows) {
    double[] ones = new double[rows.length];
    Arrays.fill(ones, 1);
    return new Posteriors(ones, rows);
  }

  public int size() {
    return rows.length;
  }

  /** Number of classes; 0 if there is no row. */
  public int classes() {
    return rows.length == 0 ? 0 : rows[0].length;
  }

  public double weight() {
    return Arrays.stream(weights).sum();
  }

  /** The index of the largest probability; the first one if several are equal. */
  static int argmax(double[] row) {
    int best = 0;
    for (int j = 1; j < row.length; j++) {
      if (row[j] > row[best]) {
        best = j;
      }
    }
    return best;
  }
}
