package org.credence.statistics;

import java.util.Arrays;

/** Small dense linear systems by Gaussian elimination with partial pivoting. */
final class LinearSystem {

  private static final double SINGULAR = 1e-12;

  private LinearSystem() {}

  /** Solves a x = b, changing both. All NaN if a is singular. */
  static double[] solve(double[][] a, double[] b) {
    int n = b.length;
    for (int column = 0; column < n; column++) {
      int pivot = pivot(a, column);
      if (Math.abs(a[pivot][column]) < SINGULAR) {
        Arrays.fill(b, Double.NaN);
        return b;
      }
      swap(a, b, column, pivot);
      for (int row = column + 1; row < n; row++) {
        double factor = a[row][column] / a[column][column];
        for (int j = column; j < n; j++) {
          a[row][j] -= factor * a[column][j];
        }
        b[row] -= factor * b[column];
      }
    }
    for (int row = n - 1; row >= 0; row--) {
      for (int j = row + 1; j < n; j++) {
        b[row] -= a[row][j] * b[j];
      }
      b[row] /= a[row][row];
    }
    return b;
  }

  private static int pivot(double[][] a, int column) {
    int best = column;
    for (int row = column + 1; row < a.length; row++) {
      if (Math.abs(a[row][column]) > Math.abs(a[best][column])) {
        best = row;
      }
    }
    return best;
  }

  private static void swap(double[][] a, double[] b, int i, int j) {
    double[] row = a[i];
    a[i] = a[j];
    a[j] = row;
    double value = b[i];
    b[i] = b[j];
    b[j] = value;
  }
}
