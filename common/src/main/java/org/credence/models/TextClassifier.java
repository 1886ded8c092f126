package org.credence.models;

import java.util.List;
import org.apache.spark.ml.linalg.SparseVector;
import org.credence.text.Features;

/**
 * A linear classifier of texts with any labels. Not for the night, which scores with {@link Heads}.
 * Immutable.
 */
@SuppressWarnings("ArrayRecordComponent") // Coefficients; nobody compares two.
public record TextClassifier(List<String> classes, TextVectors vectors, double[] parameters) {

  public TextClassifier {
    classes = List.copyOf(classes);
  }

  public String language() {
    return vectors.weighting().language();
  }

  /**
   * Posteriors under the training prior, before calibration.
   *
   * @param scratch of this thread
   * @param group empty when none is known
   */
  public double[] posterior(Features scratch, String text, String group) {
    SparseVector vector = vectors.vector(scratch.of(text), group);
    int k = classes.size();
    double[] scores = new double[k];
    System.arraycopy(parameters, k * vectors.dimension(), scores, 0, k);
    for (int i = 0; i < vector.indices().length; i++) {
      int at = k * vector.indices()[i];
      double x = vector.values()[i];
      for (int c = 0; c < k; c++) {
        scores[c] += x * parameters[at + c];
      }
    }
    Softmax.of(scores);
    return scores;
  }
}
