package org.credence.statistics;

import java.util.stream.IntStream;

/**
 * min |A x - b|² over x ≥ 0 with sum 1, exactly: solves the equality-constrained problem for every
 * set of non-zero shares and keeps the best that is feasible. For a handful of classes.
 */
final class SimplexLeastSquares {

  private static final int MOST_CLASSES = 12;

  private SimplexLeastSquares() {}

  static double[] solve(double[][] a, double[] b) {
    int classes = b.length;
    if (classes > MOST_CLASSES) {
      throw new IllegalArgumentException("too many classes: " + classes);
    }
    double[] best = new double[classes];
    double least = Double.POSITIVE_INFINITY;
    for (int support = 1; support < 1 << classes; support++) {
      double[] x = onSupport(a, b, support);
      double error = error(a, b, x);
      if (error < least - 1e-15) {
        least = error;
        best = x;
      }
    }
    return best;
  }

  /** The solution whose shares outside the support are 0; NaN if there is none. */
  private static double[] onSupport(double[][] a, double[] b, int support) {
    int[] used = IntStream.range(0, b.length).filter(j -> (support >> j & 1) == 1).toArray();
    int n = used.length;
    double[][] system = new double[n + 1][n + 1];
    double[] right = new double[n + 1];
    for (int r = 0; r < n; r++) {
      for (int c = 0; c < n; c++) {
        for (double[] row : a) {
          system[r][c] += row[used[r]] * row[used[c]];
        }
      }
      for (int i = 0; i < a.length; i++) {
        right[r] += a[i][used[r]] * b[i];
      }
      system[r][n] = 1;
      system[n][r] = 1;
    }
    right[n] = 1;
    double[] solution = LinearSystem.solve(system, right);
    double[] x = new double[b.length];
    for (int r = 0; r < n; r++) {
      x[used[r]] = solution[r] >= -1e-12 ? Math.max(0, solution[r]) : Double.NaN;
    }
    return x;
  }

  private static double error(double[][] a, double[] b, double[] x) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double residual = -b[i];
      for (int j = 0; j < x.length; j++) {
        residual += a[i][j] * x[j];
      }
      sum += residual * residual;
    }
    return sum;
  }
}
