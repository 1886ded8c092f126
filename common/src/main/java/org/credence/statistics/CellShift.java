package org.credence.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * A shift term as {@link ShiftTerm} explains it, for any number of classes, that grows with the
 * spread of the share: what moves a share of a half by ten points moves one of 2% by less. A term
 * of one size is too wide for the small shares and too narrow for the others.
 *
 * @param relativeTau per class: standard deviation of the shift of a share p over sqrt(p (1 - p))
 * @param degreesOfFreedom what it rests on
 */
@SuppressWarnings("ArrayRecordComponent")
public record CellShift(double[] relativeTau, double degreesOfFreedom) {

  /**
   * Chosen on the first 60% by time of the posts of each brand of RepLab 2013's training half: the
   * first 60% of those trained, the rest judged, brands left out one at a time. With 0, 0.5 and 1
   * intervals held 93.2, 93.8 and 95.1% of the shares.
   */
  private static final double STANDARD_ERRORS = 1;

  /** p (1 - p) of a share of 1%: no share is taken to be surer. */
  private static final double LEAST_SPREAD = 0.01;

  /** p (1 - p) of three equal shares, which is where {@link ShiftTerm#neverSeen} was measured. */
  private static final double SPREAD_OF_THIRDS = 2.0 / 9;

  /** One backtested cell: labelled shares, and what the method made of the same posts. */
  public record Tested(double[] truth, CellShares estimate) {

    public double absoluteError() {
      double sum = 0;
      for (int c = 0; c < truth.length; c++) {
        sum += Math.abs(estimate.shares()[c] - truth[c]);
      }
      return sum / truth.length;
    }
  }

  /** What never-seen brands showed elsewhere, see {@link ShiftTerm#neverSeen}. */
  public static CellShift neverSeen(int classes) {
    double[] tau = new double[classes];
    Arrays.fill(tau, ShiftTerm.neverSeen().tau().negative() / Math.sqrt(SPREAD_OF_THIRDS));
    return new CellShift(tau, ShiftTerm.neverSeen().degreesOfFreedom());
  }

  /**
   * relativeTau² = max(0, mean + one standard error of the mean, over cells, of (error² - variance)
   * / spread): few cells with heavy tails tell the mean too well.
   *
   * @param cells at least two
   */
  public static CellShift of(List<Tested> cells) {
    double[] tau = new double[cells.get(0).truth().length];
    for (int c = 0; c < tau.length; c++) {
      double sum = 0;
      double squares = 0;
      for (Tested cell : cells) {
        double share = cell.estimate().shares()[c];
        double error = share - cell.truth()[c];
        double excess = (error * error - cell.estimate().variance()[c]) / spread(share);
        sum += excess;
        squares += excess * excess;
      }
      int n = cells.size();
      double mean = sum / n;
      double standardError = Math.sqrt(Math.max(0, squares - n * mean * mean) / (n - 1.0) / n);
      tau[c] = Math.sqrt(Math.max(0, mean + STANDARD_ERRORS * standardError));
    }
    return new CellShift(tau, cells.size() - 1);
  }

  /** Variance of the shift of a share of a class. */
  double variance(int c, double share) {
    return relativeTau[c] * relativeTau[c] * spread(share);
  }

  private static double spread(double share) {
    return Math.max(LEAST_SPREAD, share * (1 - share));
  }
}
