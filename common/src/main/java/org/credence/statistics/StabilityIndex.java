package org.credence.statistics;

/**
 * The population stability index between two histograms, the symmetric Kullback-Leibler divergence
 * of their shares: below .1 nothing has moved, above .25 much has (Siddiqi, Credit Risk Scorecards,
 * 2006).
 */
public final class StabilityIndex {

  /** From here on a population is another one. */
  public static final double SHIFTED = 0.25;

  /** An empty bin counts as this share: it tells of too few posts, not of infinite surprise. */
  private static final double LEAST_SHARE = 1e-3;

  private StabilityIndex() {}

  /**
   * @param expected shares, one a bin
   * @param actual shares of the same bins
   */
  public static double of(double[] expected, double[] actual) {
    if (expected.length != actual.length) {
      throw new IllegalArgumentException(
          "%d bins beside %d".formatted(expected.length, actual.length));
    }
    double sum = 0;
    for (int bin = 0; bin < expected.length; bin++) {
      double before = Math.max(LEAST_SHARE, expected[bin]);
      double now = Math.max(LEAST_SHARE, actual[bin]);
      sum += (now - before) * StrictMath.log(now / before);
    }
    return sum;
  }
}
