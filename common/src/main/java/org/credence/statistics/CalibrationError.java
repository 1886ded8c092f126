package org.credence.statistics;

/**
 * Expected calibration error (Naeini, Cooper, Hauskrecht 2015; Guo et al. 2017): how far the
 * confidence in the most probable class is from how often it is right, averaged over bins of equal
 * width by the weight in them.
 */
public final class CalibrationError {

  public static final int BINS = 15;

  private CalibrationError() {}

  /**
   * @param truth the true class of each row
   * @return between 0 and 1
   */
  public static double expected(Posteriors posts, int[] truth) {
    double[] gaps = new double[BINS];
    for (int i = 0; i < posts.size(); i++) {
      double[] row = posts.rows()[i];
      int label = Posteriors.argmax(row);
      int bin = Math.min(BINS - 1, (int) (row[label] * BINS));
      double right = label == truth[i] ? 1 : 0;
      gaps[bin] += posts.weights()[i] * (right - row[label]);
    }
    double sum = 0;
    for (double gap : gaps) {
      sum += Math.abs(gap);
    }
    return posts.size() == 0 ? 0 : sum / posts.weight();
  }
}
