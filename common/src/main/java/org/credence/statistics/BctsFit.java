package org.credence.statistics;

/** Newton's method with halved steps on the penalised likelihood of {@link Bcts}. */
final class BctsFit {

  private static final int STEPS = 100;

  private final Posteriors held;
  private final int[] truth;
  private final int classes;
  private final double[] centre;
  private final double precision;

  private BctsFit(Posteriors held, int[] truth, Prior prior) {
    this.held = held;
    this.truth = truth;
    this.classes = held.classes();
    this.centre = prior.centre().biases().clone();
    this.centre[0] = prior.centre().slope();
    this.precision = prior.precision();
  }

  /**
   * What is believed before the labels are seen: normal around a calibration.
   *
   * @param precision of the slope and of each bias, one over the variance
   */
  record Prior(Bcts centre, double precision) {}

  static Bcts fit(Posteriors held, int[] truth, Prior prior) {
    BctsFit fit = new BctsFit(held, truth, prior);
    double[] at = fit.centre.clone();
    double loss = fit.loss(at);
    for (int step = 0; step < STEPS; step++) {
      double[] direction = fit.newtonDirection(at);
      double length = 1;
      double[] next = along(at, direction, length);
      while (!(fit.loss(next) <= loss) && length > 1e-10) {
        length /= 2;
        next = along(at, direction, length);
      }
      double lower = fit.loss(next);
      if (!(lower < loss - 1e-13 * Math.abs(loss))) {
        break;
      }
      at = next;
      loss = lower;
    }
    return model(at);
  }

  /** Of the slope, then the biases of all classes but the first. */
  private static Bcts model(double[] at) {
    double[] biases = at.clone();
    biases[0] = 0;
    return new Bcts(at[0], biases);
  }

  private static double[] along(double[] at, double[] direction, double length) {
    double[] next = at.clone();
    for (int k = 0; k < next.length; k++) {
      next[k] -= length * direction[k];
    }
    return next;
  }

  private double loss(double[] at) {
    Bcts model = model(at);
    double loss = penalty(at);
    for (int i = 0; i < held.size(); i++) {
      loss -= held.weights()[i] * Bcts.logit(model.apply(held.rows()[i])[truth[i]]);
    }
    return loss;
  }

  private double penalty(double[] at) {
    double sum = 0;
    for (int k = 0; k < at.length; k++) {
      sum += (at[k] - centre[k]) * (at[k] - centre[k]);
    }
    return precision / 2 * sum;
  }

  private double[] newtonDirection(double[] at) {
    Bcts model = model(at);
    double[] gradient = new double[classes];
    double[][] hessian = new double[classes][classes];
    for (int k = 0; k < classes; k++) {
      gradient[k] = precision * (at[k] - centre[k]);
      hessian[k][k] = precision;
    }
    for (int i = 0; i < held.size(); i++) {
      add(held.rows()[i], truth[i], held.weights()[i], model, gradient, hessian);
    }
    return LinearSystem.solve(hessian, gradient);
  }

  /** The score of class j has derivatives x[j] = (logit j, then 1 at its own bias). */
  private void add(
      double[] row, int label, double weight, Bcts model, double[] gradient, double[][] hessian) {
    double[] fitted = model.apply(row);
    double[][] derivatives = new double[classes][classes];
    double[] mean = new double[classes];
    for (int j = 0; j < classes; j++) {
      derivatives[j][0] = Bcts.logit(row[j]);
      if (j > 0) {
        derivatives[j][j] = 1;
      }
      for (int k = 0; k < classes; k++) {
        mean[k] += fitted[j] * derivatives[j][k];
      }
    }
    for (int k = 0; k < classes; k++) {
      gradient[k] += weight * (mean[k] - derivatives[label][k]);
      for (int l = 0; l < classes; l++) {
        double second = 0;
        for (int j = 0; j < classes; j++) {
          second += fitted[j] * derivatives[j][k] * derivatives[j][l];
        }
        hessian[k][l] += weight * (second - mean[k] * mean[l]);
      }
    }
  }
}
