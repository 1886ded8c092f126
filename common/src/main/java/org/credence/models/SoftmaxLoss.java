package org.credence.models;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The objective of multinomial logistic regression as MLlib defines it with {@code
 * standardization=false}: weighted mean of the cross-entropy plus {@code regParam / 2 x
 * |weights|²}, intercepts free.
 */
final class SoftmaxLoss {

  private final DesignMatrix matrix;
  private final BitSet leftOut;
  private final double regParam;
  private final double totalWeight;

  /**
   * @param leftOut rows that don't count: the fold that is held out
   * @param inverseRegularisation C: regParam is 1 / (C x total weight)
   */
  SoftmaxLoss(DesignMatrix matrix, BitSet leftOut, double inverseRegularisation) {
    this.matrix = matrix;
    this.leftOut = leftOut;
    double total = 0;
    for (int row = 0; row < matrix.rows(); row++) {
      total += leftOut.get(row) ? 0 : matrix.weight(row);
    }
    this.totalWeight = total;
    this.regParam = 1 / (inverseRegularisation * total);
  }

  /** Weights at zero, intercepts at the logarithms of the class shares. */
  double[] start() {
    double[] share = new double[matrix.classes()];
    for (int row = 0; row < matrix.rows(); row++) {
      if (!leftOut.get(row)) {
        share[matrix.label(row)] += matrix.weight(row);
      }
    }
    double[] parameters = new double[matrix.classes() * (matrix.dimension() + 1)];
    double mean = 0;
    for (int c = 0; c < share.length; c++) {
      share[c] = StrictMath.log(Math.max(share[c], 1e-6 * totalWeight));
      mean += share[c] / share.length;
    }
    for (int c = 0; c < share.length; c++) {
      parameters[matrix.classes() * matrix.dimension() + c] = share[c] - mean;
    }
    return parameters;
  }

  /** The objective; its gradient replaces what {@code gradient} held. */
  double at(double[] parameters, double[] gradient) {
    int weights = matrix.classes() * matrix.dimension();
    double penalty = 0;
    for (int i = 0; i < weights; i++) {
      penalty += parameters[i] * parameters[i];
      gradient[i] = regParam * parameters[i];
    }
    Arrays.fill(gradient, weights, gradient.length, 0);
    double loss = 0;
    double[] scores = new double[matrix.classes()];
    for (int row = 0; row < matrix.rows(); row++) {
      if (!leftOut.get(row)) {
        double weight = matrix.weight(row) / totalWeight;
        matrix.scores(row, parameters, scores);
        Softmax.of(scores);
        int label = matrix.label(row);
        loss -= weight * StrictMath.log(Math.max(scores[label], Double.MIN_NORMAL));
        scores[label] -= 1;
        for (int c = 0; c < scores.length; c++) {
          scores[c] *= weight;
        }
        matrix.addTo(gradient, row, scores);
      }
    }
    return loss + regParam / 2 * penalty;
  }
}
