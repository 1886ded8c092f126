package org.credence.statistics;

/** The EM iteration of SLD, with pseudo-counts for a Dirichlet prior. */
final class ExpectationMaximization {

  /** Change of a share at which the iteration ends; QuaPy stops at 1e-4. */
  private static final double CONVERGED = 1e-9;

  private static final int ITERATIONS = 20_000;

  private ExpectationMaximization() {}

  static double[] shares(
      Posteriors target, double[] trainingPrior, double[] start, double[] pseudoCounts) {
    double[][] likelihoods = likelihoods(target.rows(), trainingPrior);
    double[] shares = start.clone();
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      double[] next = step(target.weights(), likelihoods, shares, pseudoCounts);
      double change = 0;
      for (int j = 0; j < shares.length; j++) {
        change = Math.max(change, Math.abs(next[j] - shares[j]));
      }
      shares = next;
      if (change < CONVERGED) {
        break;
      }
    }
    return shares;
  }

  /** The posterior under other shares of the classes; a row that they exclude stays as it is. */
  static double[] reweighted(double[] row, double[] trainingPrior, double[] shares) {
    double[] posterior = new double[row.length];
    double sum = 0;
    for (int j = 0; j < row.length; j++) {
      posterior[j] = trainingPrior[j] > 0 ? row[j] * shares[j] / trainingPrior[j] : 0;
      sum += posterior[j];
    }
    if (sum <= 0) {
      return row;
    }
    for (int j = 0; j < row.length; j++) {
      posterior[j] /= sum;
    }
    return posterior;
  }

  /** Of each row under each class, up to a factor: what does not change from step to step. */
  private static double[][] likelihoods(double[][] rows, double[] trainingPrior) {
    double[][] likelihoods = new double[rows.length][trainingPrior.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < trainingPrior.length; j++) {
        likelihoods[i][j] = trainingPrior[j] > 0 ? rows[i][j] / trainingPrior[j] : 0;
      }
    }
    return likelihoods;
  }

  private static double[] step(
      double[] weights, double[][] likelihoods, double[] shares, double[] pseudoCounts) {
    int classes = shares.length;
    double[] next = new double[classes];
    for (int i = 0; i < likelihoods.length; i++) {
      double[] row = likelihoods[i];
      double mixture = 0;
      for (int j = 0; j < classes; j++) {
        mixture += shares[j] * row[j];
      }
      // A row that the shares exclude altogether says nothing about them.
      double factor = mixture > 0 ? weights[i] / mixture : 0;
      for (int j = 0; j < classes; j++) {
        next[j] += factor * row[j];
      }
    }
    double sum = 0;
    for (int j = 0; j < classes; j++) {
      next[j] = next[j] * shares[j] + pseudoCounts[j];
      sum += next[j];
    }
    for (int j = 0; j < classes; j++) {
      next[j] = sum > 0 ? next[j] / sum : shares[j];
    }
    return next;
  }
}
