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

  /** Keeps the optimum finite where a class never occurs or the classifier is always right. */
  private static final double RIDGE = 1e-3;

  /**
   * How alike targets are: a standard deviation of .32. Of the values tried on held-out topics,
   * with their own mix and with a redrawn one, this lost least on both.
   */
  private static final double PRECISION = 10;

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
    return fit(held, truth, new BctsFit.Prior(identity(held.classes()), RIDGE));
  }

  /**
   * This calibration after some labels of another target: few of them move it a little, many as far
   * as they say. The mode of the posterior under a normal prior around this one.
   *
   * @param prior shares of the classes that this calibration assumes
   * @param shares the same in the other target
   */
  public Bcts towards(Posteriors held, int[] truth, double[] prior, double[] shares) {
    double[] moved = biases.clone();
    for (int c = 1; c < moved.length; c++) {
      moved[c] += Math.log(shares[c] / prior[c]) - Math.log(shares[0] / prior[0]);
    }
    Bcts centre = new Bcts(slope, moved);
    return fit(held, truth, new BctsFit.Prior(centre, PRECISION));
  }

  private static Bcts fit(Posteriors held, int[] truth, BctsFit.Prior prior) {
    if (held.size() == 0 || held.size() != truth.length) {
      throw new IllegalArgumentException(
          "%d posteriors for %d labels".formatted(held.size(), truth.length));
    }
    return BctsFit.fit(held, truth, prior);
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
