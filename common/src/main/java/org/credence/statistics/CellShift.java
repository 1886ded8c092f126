package org.credence.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * A shift term as {@link ShiftTerm} explains it, for any number of classes.
 *
 * @param tau standard deviation per class
 * @param degreesOfFreedom what it rests on
 */
@SuppressWarnings("ArrayRecordComponent")
public record CellShift(double[] tau, double degreesOfFreedom) {

  /**
   * Chosen on the training half of RepLab 2013, later posts of known brands: with 0 large cells
   * were too narrow, with 1 wider than they need.
   */
  private static final double STANDARD_ERRORS = 0.5;

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
    Arrays.fill(tau, ShiftTerm.neverSeen().tau().negative());
    return new CellShift(tau, ShiftTerm.neverSeen().degreesOfFreedom());
  }

  /**
   * tau² = max(0, mean + half a standard error of the mean, over cells, of error² - variance): few
   * cells with heavy tails tell the mean too well (RepLab 2013: without it 89% of the large cells
   * were covered).
   *
   * @param cells at least two
   */
  public static CellShift of(List<Tested> cells) {
    double[] tau = new double[cells.get(0).truth().length];
    for (int c = 0; c < tau.length; c++) {
      double sum = 0;
      double squares = 0;
      for (Tested cell : cells) {
        double error = cell.estimate().shares()[c] - cell.truth()[c];
        double excess = error * error - cell.estimate().variance()[c];
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
}
