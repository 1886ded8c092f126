package org.credence.models;

import java.util.Arrays;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;

/** Sparse rows with a class and a weight each, packed for the optimiser. */
final class DesignMatrix {

  private final int dimension;
  private int rows;
  private int[] start = new int[1024];
  private byte[] label = new byte[1024];
  private double[] weight = new double[1024];
  private int[] index = new int[1 << 18];
  private float[] value = new float[1 << 18];
  private double totalWeight;

  DesignMatrix(int dimension) {
    this.dimension = dimension;
  }

  /**
   * @param rowLabel 0 negative, 1 neutral, 2 positive
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
   * @param parameters feature-major, three a feature, then three intercepts
   */
  void scores(int row, double[] parameters, double[] scores) {
    int intercepts = 3 * dimension;
    double a = parameters[intercepts];
    double b = parameters[intercepts + 1];
    double c = parameters[intercepts + 2];
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

  /** Adds {@code row x residual} to a gradient laid out like the parameters. */
  void addTo(double[] gradient, int row, double[] residual) {
    int intercepts = 3 * dimension;
    double a = residual[0];
    double b = residual[1];
    double c = residual[2];
    gradient[intercepts] += a;
    gradient[intercepts + 1] += b;
    gradient[intercepts + 2] += c;
    for (int i = start[row]; i < start[row + 1]; i++) {
      int at = 3 * index[i];
      double x = value[i];
      gradient[at] += x * a;
      gradient[at + 1] += x * b;
      gradient[at + 2] += x * c;
    }
  }
}
