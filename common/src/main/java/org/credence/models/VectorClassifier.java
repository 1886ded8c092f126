package org.credence.models;

/**
 * A linear classifier of dense vectors, such as embeddings. Immutable.
 *
 * @param mean of each number in training
 * @param deviation of each number in training, above 0
 * @param parameters feature-major, one for each class a feature, then an intercept for each
 */
@SuppressWarnings("ArrayRecordComponent") // Coefficients; nobody compares two.
public record VectorClassifier(double[] mean, double[] deviation, double[] parameters) {

  /** Posteriors under the training prior, before calibration. */
  public double[] posterior(float[] vector) {
    int k = parameters.length / (mean.length + 1);
    double[] scores = new double[k];
    System.arraycopy(parameters, k * mean.length, scores, 0, k);
    for (int i = 0; i < mean.length; i++) {
      double x = (vector[i] - mean[i]) / deviation[i];
      for (int c = 0; c < k; c++) {
        scores[c] += x * parameters[k * i + c];
      }
    }
    Softmax.of(scores);
    return scores;
  }

  /** The geometric mean of two posteriors, which is what two opinions agree on. */
  public static double[] geometricMean(double[] one, double[] other) {
    double[] scores = new double[one.length];
    for (int c = 0; c < scores.length; c++) {
      scores[c] =
          (StrictMath.log(Math.max(one[c], Double.MIN_NORMAL))
                  + StrictMath.log(Math.max(other[c], Double.MIN_NORMAL)))
              / 2;
    }
    Softmax.of(scores);
    return scores;
  }
}
