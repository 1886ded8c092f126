package org.credence.statistics;

/**
 * Bias-corrected temperature scaling (Alexandari, Kundaje, Shrikumar 2020): softmax(slope × log p +
 * bias), the calibration that EM under prior shift needs. Works for any number of classes.
 *
 * @param slope one over the temperature; below 1 for an overconfident classifier
 * @param biases one per class, the first is 0
 */
@SuppressWarnings("ArrayRecordComponent") // A fitted model; nobody compares two.
public record Bcts(double slope, double[] biases) {

  /** Leaves posteriors as they are. */
  public static Bcts identity(int classes) {
    return new Bcts(1, new double[classes]);
  }

  /**
   * Maximum likelihood on labelled posts that the classifier was not trained on; convex.
   *
   * @param truth the true class of each row
   */
  public static Bcts fit(Posteriors held, int[] truth) {
    if (held.size() == 0 || held.size() != truth.length) {
      throw new IllegalArgumentException(
          "%d posteriors for %d labels".formatted(held.size(), truth.length));
    }
    return BctsFit.fit(held, truth);
  }

  /** The calibrated posterior. */
  public double[] apply(double[] posterior) {
    double[] calibrated = new double[posterior.length];
    double highest = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < posterior.length; j++) {
      calibrated[j] = slope * logit(posterior[j]) + biases[j];
      highest = Math.max(highest, calibrated[j]);
    }
    double sum = 0;
    for (int j = 0; j < calibrated.length; j++) {
      calibrated[j] = Math.exp(calibrated[j] - highest);
      sum += calibrated[j];
    }
    for (int j = 0; j < calibrated.length; j++) {
      calibrated[j] /= sum;
    }
    return calibrated;
  }

  public Posteriors apply(Posteriors posts) {
    double[][] rows = new double[posts.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = apply(posts.rows()[i]);
    }
    return new Posteriors(posts.weights(), rows);
  }

  static double logit(double probability) {
    return Math.log(Math.max(probability, 1e-12));
  }
}
