package org.credence.statistics;

/**
 * Estimated shares of the classes in a cell.
 *
 * @param shares sum to 1
 * @param variance of each, because posteriors don't tell labels: sum of p (1 - p) / n²
 */
@SuppressWarnings("ArrayRecordComponent") // Lives for the length of one estimate.
public record CellShares(double[] shares, double[] variance) {

  static CellShares of(double[] shares, Posteriors posts) {
    double[] variance = new double[shares.length];
    for (double[] row : posts.rows()) {
      for (int c = 0; c < variance.length; c++) {
        variance[c] += row[c] * (1 - row[c]);
      }
    }
    for (int c = 0; c < variance.length; c++) {
      variance[c] /= (double) posts.size() * posts.size();
    }
    return new CellShares(shares, variance);
  }

  /** The 95% interval of the share of a class among the cell's own posts. */
  public Interval interval(int c, CellShift shift) {
    double t = new StudentT(shift.degreesOfFreedom()).central(0.95);
    double half = t * Math.sqrt(variance[c] + shift.variance(c, shares[c]));
    return Interval.around(shares[c], half).clippedTo(0, 1);
  }
}
