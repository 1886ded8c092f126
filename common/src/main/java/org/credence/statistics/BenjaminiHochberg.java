package org.credence.statistics;

import java.util.Arrays;

/** Step-up control of the false discovery rate (Benjamini, Hochberg 1995). */
public final class BenjaminiHochberg {

  private BenjaminiHochberg() {}

  /**
   * Which hypotheses of a family to reject so that at most a share q of those is expected to be
   * true. Where all are true, any rejection at all has a chance of at most q.
   *
   * @param p one p-value per hypothesis
   */
  public static boolean[] rejected(double[] p, double q) {
    double[] sorted = p.clone();
    Arrays.sort(sorted);
    double threshold = -1;
    for (int i = 0; i < sorted.length; i++) {
      if (sorted[i] <= q * (i + 1) / sorted.length) {
        threshold = sorted[i];
      }
    }
    boolean[] rejected = new boolean[p.length];
    for (int i = 0; i < p.length; i++) {
      rejected[i] = p[i] <= threshold;
    }
    return rejected;
  }
}
