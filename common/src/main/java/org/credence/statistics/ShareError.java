package org.credence.statistics;

/**
 * How far estimated shares are from the truth, as QuaPy 0.2 defines it.
 *
 * @param ae mean absolute error over classes
 * @param kld Kullback-Leibler divergence of the truth from the estimate, smoothed
 * @param rae mean relative absolute error over classes, smoothed
 */
public record ShareError(double ae, double kld, double rae) {

  /**
   * @param n posts of the cell: shares are smoothed by 1 / (2n)
   */
  public static ShareError of(double[] truth, double[] estimate, long n) {
    double epsilon = 1 / (2.0 * n);
    double ae = 0;
    double kld = 0;
    double rae = 0;
    int classes = truth.length;
    for (int c = 0; c < classes; c++) {
      double p = smooth(truth[c], epsilon, classes);
      double q = smooth(estimate[c], epsilon, classes);
      ae += Math.abs(estimate[c] - truth[c]) / classes;
      kld += p * Math.log(p / q);
      rae += Math.abs(q - p) / p / classes;
    }
    return new ShareError(ae, kld, rae);
  }

  private static double smooth(double share, double epsilon, int classes) {
    return (share + epsilon) / (1 + epsilon * classes);
  }
}
