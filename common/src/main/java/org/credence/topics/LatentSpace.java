package org.credence.topics;

import java.util.SplittableRandom;

/**
 * Posts in the space of the first right singular vectors of their TF-IDF rows, found by subspace
 * iteration from random vectors (Halko, Martinsson and Tropp 2011). The basis is that of the space,
 * not the singular vectors themselves: angles between posts are the same in both.
 *
 * <p>In memory and on one core, for scopes that fit there. MLlib's {@code RowMatrix.computeSVD}
 * needs a Spark job per scope, which costs more than the whole computation of most scopes.
 */
final class LatentSpace {

  private static final int ITERATIONS = 5;

  private LatentSpace() {}

  /**
   * Rows of unit length, of posts without kept words zero; fewer than {@code rank} of few words.
   */
  static double[][] of(TfIdf posts, int rank, SplittableRandom random) {
    Bags bags = posts.bags;
    int dimensions = Math.min(rank, Math.min(bags.words, Math.max(1, bags.size)));
    double[][] basis = new double[bags.words][dimensions];
    for (double[] row : basis) {
      for (int i = 0; i < dimensions; i++) {
        row[i] = random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5;
      }
    }
    orthonormalise(basis, dimensions);
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      basis = back(posts, onto(posts, basis, dimensions), dimensions);
      orthonormalise(basis, dimensions);
    }
    double[][] rows = onto(posts, basis, dimensions);
    for (double[] row : rows) {
      normalise(row);
    }
    return rows;
  }

  private static double[][] onto(TfIdf posts, double[][] basis, int dimensions) {
    Bags bags = posts.bags;
    double[][] rows = new double[bags.size][dimensions];
    for (int post = 0; post < bags.size; post++) {
      for (int at = bags.start[post]; at < bags.start[post + 1]; at++) {
        add(rows[post], posts.weight[at], basis[bags.word[at]]);
      }
    }
    return rows;
  }

  private static double[][] back(TfIdf posts, double[][] rows, int dimensions) {
    Bags bags = posts.bags;
    double[][] basis = new double[bags.words][dimensions];
    for (int post = 0; post < bags.size; post++) {
      for (int at = bags.start[post]; at < bags.start[post + 1]; at++) {
        add(basis[bags.word[at]], posts.weight[at], rows[post]);
      }
    }
    return basis;
  }

  /** Gram and Schmidt, column by column, twice for the sake of precision. */
  private static void orthonormalise(double[][] basis, int columns) {
    for (int column = 0; column < columns; column++) {
      for (int pass = 0; pass < 2; pass++) {
        double[] along = new double[column];
        for (double[] row : basis) {
          for (int i = 0; i < column; i++) {
            along[i] += row[i] * row[column];
          }
        }
        for (double[] row : basis) {
          for (int i = 0; i < column; i++) {
            row[column] -= along[i] * row[i];
          }
        }
      }
      double squares = 0;
      for (double[] row : basis) {
        squares += row[column] * row[column];
      }
      double norm = squares < 1e-20 ? Double.POSITIVE_INFINITY : Math.sqrt(squares);
      for (double[] row : basis) {
        row[column] /= norm;
      }
    }
  }

  static void add(double[] sum, double factor, double[] row) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * row[i];
    }
  }

  /** To unit length; zero stays zero. */
  static void normalise(double[] row) {
    double squares = dot(row, row);
    if (squares > 0) {
      double norm = Math.sqrt(squares);
      for (int i = 0; i < row.length; i++) {
        row[i] /= norm;
      }
    }
  }

  static double dot(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }
}
