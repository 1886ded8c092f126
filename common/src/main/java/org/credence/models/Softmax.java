package org.credence.models;

/** Scores of classes to probabilities. */
final class Softmax {

  private Softmax() {}

  /** In place; StrictMath gives the same bits on every machine. */
  static void of(double[] scores) {
    double largest = scores[0];
    for (int c = 1; c < scores.length; c++) {
      largest = Math.max(largest, scores[c]);
    }
    double sum = 0;
    for (int c = 0; c < scores.length; c++) {
      scores[c] = StrictMath.exp(scores[c] - largest);
      sum += scores[c];
    }
    for (int c = 0; c < scores.length; c++) {
      scores[c] /= sum;
    }
  }
}
