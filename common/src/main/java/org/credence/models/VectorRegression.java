package org.credence.models;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.apache.spark.ml.linalg.Vectors;

/**
 * Multinomial logistic regression on dense vectors, each number standardised: the objective and
 * optimiser of {@link TextRegression}. The same rows in the same order give the same bits.
 */
public final class VectorRegression {

  private static final double TOLERANCE = 1e-3;

  private final double inverseRegularisation;
  private final double[] mean;
  private final double[] deviation;
  private final DesignMatrix matrix;

  /**
   * @param vectors rows of the same length
   * @param labels of the rows, from 0
   * @param weights of the rows in the fit
   * @param classes how many labels there are
   * @param inverseRegularisation C: the penalty is {@code |weights|² / (2 C x rows)}
   */
  public VectorRegression(
      List<float[]> vectors,
      List<Integer> labels,
      double[] weights,
      int classes,
      double inverseRegularisation) {
    this.inverseRegularisation = inverseRegularisation;
    int width = vectors.get(0).length;
    this.mean = new double[width];
    this.deviation = new double[width];
    standardise(vectors);
    this.matrix = new DesignMatrix(width, classes);
    int[] all = new int[width];
    Arrays.setAll(all, i -> i);
    for (int row = 0; row < vectors.size(); row++) {
      double[] values = new double[width];
      for (int i = 0; i < width; i++) {
        values[i] = (vectors.get(row)[i] - mean[i]) / deviation[i];
      }
      matrix.add(Vectors.sparse(width, all, values), labels.get(row), weights[row]);
    }
  }

  private void standardise(List<float[]> vectors) {
    for (int i = 0; i < mean.length; i++) {
      double sum = 0;
      double squares = 0;
      for (float[] vector : vectors) {
        sum += vector[i];
        squares += (double) vector[i] * vector[i];
      }
      mean[i] = sum / vectors.size();
      double variance = squares / vectors.size() - mean[i] * mean[i];
      deviation[i] = variance > 1e-12 ? Math.sqrt(variance) : 1;
    }
  }

  /**
   * Fits on all rows but those wanted.
   *
   * @param wanted rows whose posteriors are asked for
   * @return rows x classes, in ascending order of row
   */
  public double[][] heldOut(BitSet wanted) {
    return matrix.posteriors(wanted, minimum(wanted));
  }

  /** Fits on all rows. */
  public VectorClassifier fit() {
    return new VectorClassifier(mean, deviation, minimum(new BitSet()));
  }

  private double[] minimum(BitSet leftOut) {
    return new Lbfgs().minimise(new SoftmaxLoss(matrix, leftOut, inverseRegularisation), TOLERANCE);
  }
}
