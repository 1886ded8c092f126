package org.credence.statistics;

/** The EM iteration of SLD, with pseudo-counts for a Dirichlet prior. */
final class ExpectationMaximization {

  /** Change of a share at which the iteration ends; QuaPy stops at 1e-4. */
  private static final double CONVERGED = 1e-9;

  private static final int ITERATIONS = 20_000;

  private ExpectationMaximization() {}

  static double[] shares(
      Posteriors target, double[] trainingPrior, double[] start, double[] pseudoCounts) {
    double[] shares = start.clone();
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      double[] next = counts(target, trainingPrior, shares, pseudoCounts);
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

  /** The posterior under other shares of the classes; null-free: a row they exclude stays as is. */
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

  private static double[] counts(
      Posteriors target, double[] trainingPrior, double[] shares, double[] pseudoCounts) {
    double[] counts = pseudoCounts.clone();
    for (int i = 0; i < target.size(); i++) {
      double[] posterior = reweighted(target.rows()[i], trainingPrior, shares);
      for (int j = 0; j < counts.length; j++) {
        counts[j] += target.weights()[i] * posterior[j];
      }
    }
    double sum = 0;
    for (double count : counts) {
      sum += count;
    }
    for (int j = 0; j < counts.length; j++) {
      counts[j] /= sum;
    }
    return counts;
  }
}
