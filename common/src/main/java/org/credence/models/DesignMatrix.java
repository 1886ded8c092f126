package org.credence.models;

import java.util.Arrays;
import java.util.BitSet;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;

/** Sparse rows with a class and a weight each, packed for the optimiser. */
final class DesignMatrix {

  private final int dimension;
  private final int classes;
  private int rows;
  private int[] start = new int[1024];
  private byte[] label = new byte[1024];
  private double[] weight = new double[1024];
  private int[] index = new int[1 << 18];
  private float[] value = new float[1 << 18];
  private double totalWeight;

  /**
   * @param dimension length of the vectors
   * @param classes 2 to 127
   */
  DesignMatrix(int dimension, int classes) {
    this.dimension = dimension;
    this.classes = classes;
  }

  /**
   * @param rowLabel from 0, below the number of classes
   */
  void add(Vector vector, int rowLabel, double rowWeight) {
    SparseVector sparse = (SparseVector) vector;
    int from = start[rows];
    int to = from + sparse.indices().length;
    if (rows + 2 > start.length) {
      start = Arrays.copyOf(start, 2 * start.length);
      label = Arrays.copyOf(label, 2 * label.length);
      weight = Arrays.copyOf(weight, 2 * weight.length);
    }
    if (to > index.length) {
      index = Arrays.copyOf(index, Math.max(to, 2 * index.length));
      value = Arrays.copyOf(value, index.length);
    }
    for (int i = from; i < to; i++) {
      index[i] = sparse.indices()[i - from];
      value[i] = (float) sparse.values()[i - from];
    }
    label[rows] = (byte) rowLabel;
    weight[rows] = rowWeight;
    totalWeight += rowWeight;
    start[++rows] = to;
  }

  int rows() {
    return rows;
  }

  int classes() {
    return classes;
  }

  int dimension() {
    return dimension;
  }

  int label(int row) {
    return label[row];
  }

  double weight(int row) {
    return weight[row];
  }

  double totalWeight() {
    return totalWeight;
  }

  /**
   * The linear scores of a row.
   *
   * @param parameters feature-major, one for each class a feature, then an intercept for each
   */
  void scores(int row, double[] parameters, double[] scores) {
    System.arraycopy(parameters, classes * dimension, scores, 0, classes);
    switch (classes) {
      case 2 -> twoScores(row, parameters, scores);
      case 3 -> threeScores(row, parameters, scores);
      default -> manyScores(row, parameters, scores);
    }
  }

  private void manyScores(int row, double[] parameters, double[] scores) {
    for (int i = start[row]; i < start[row + 1]; i++) {
      int at = classes * index[i];
      double x = value[i];
      for (int c = 0; c < classes; c++) {
        scores[c] += x * parameters[at + c];
      }
    }
  }

  /** The same for what is most frequent: sums in registers take half the time. */
  private void twoScores(int row, double[] parameters, double[] scores) {
    double a = scores[0];
    double b = scores[1];
    for (int i = start[row]; i < start[row + 1]; i++) {
      int at = 2 * index[i];
      double x = value[i];
      a += x * parameters[at];
      b += x * parameters[at + 1];
    }
    scores[0] = a;
    scores[1] = b;
  }

  private void threeScores(int row, double[] parameters, double[] scores) {
    double a = scores[0];
    double b = scores[1];
    double c = scores[2];
    for (int i = start[row]; i < start[row + 1]; i++) {
      int at = 3 * index[i];
      double x = value[i];
      a += x * parameters[at];
      b += x * parameters[at + 1];
      c += x * parameters[at + 2];
    }
    scores[0] = a;
    scores[1] = b;
    scores[2] = c;
  }

  /**
   * Posteriors of some rows.
   *
   * @return rows x classes, in ascending order of row
   */
  double[][] posteriors(BitSet wanted, double[] parameters) {
    return wanted.stream()
        .mapToObj(
            row -> {
              double[] scores = new double[classes];
              scores(row, parameters, scores);
              Softmax.of(scores);
              return scores;
            })
        .toArray(double[][]::new);
  }

  /** Adds {@code row x residual} to a gradient laid out like the parameters. */
  void addTo(double[] gradient, int row, double[] residual) {
    int intercepts = classes * dimension;
    for (int c = 0; c < classes; c++) {
      gradient[intercepts + c] += residual[c];
    }
    switch (classes) {
      case 2 -> addTwo(gradient, row, residual[0], residual[1]);
      case 3 -> addThree(gradient, row, residual[0], residual[1], residual[2]);
      default -> addMany(gradient, row, residual);
    }
  }

  private void addMany(double[] gradient, int row, double[] residual) {
    for (int i = start[row]; i < start[row + 1]; i++) {
      int at = classes * index[i];
      double x = value[i];
      for (int c = 0; c < classes; c++) {
        gradient[at + c] += x * residual[c];
      }
    }
  }

  private void addTwo(double[] gradient, int row, double a, double b) {
    for (int i = start[row]; i < start[row + 1]; i++) {
      int at = 2 * index[i];
      double x = value[i];
      gradient[at] += x * a;
      gradient[at + 1] += x * b;
    }
  }

  private void addThree(double[] gradient, int row, double a, double b, double c) {
    for (int i = start[row]; i < start[row + 1]; i++) {
      int at = 3 * index[i];
      double x = value[i];
      gradient[at] += x * a;
      gradient[at + 1] += x * b;
      gradient[at + 2] += x * c;
    }
  }
}
