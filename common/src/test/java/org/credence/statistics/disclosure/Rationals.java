package org.credence.statistics.disclosure;

import java.math.BigInteger;
import java.util.Arrays;

/** Rank of an integer matrix by fraction-free elimination (Bareiss): plain and exact. */
final class Rationals {

  private Rationals() {}

  static int rank(int[][] matrix) {
    BigInteger[][] m = new BigInteger[matrix.length][];
    for (int i = 0; i < matrix.length; i++) {
      m[i] = new BigInteger[matrix[i].length];
      for (int j = 0; j < matrix[i].length; j++) {
        m[i][j] = BigInteger.valueOf(matrix[i][j]);
      }
    }
    int rank = 0;
    BigInteger last = BigInteger.ONE;
    int columns = m.length == 0 ? 0 : m[0].length;
    for (int column = 0; column < columns && rank < m.length; column++) {
      int pivot = rank;
      while (pivot < m.length && m[pivot][column].signum() == 0) {
        pivot++;
      }
      if (pivot == m.length) {
        continue;
      }
      BigInteger[] swapped = m[pivot];
      m[pivot] = m[rank];
      m[rank] = swapped;
      for (int row = rank + 1; row < m.length; row++) {
        BigInteger factor = m[row][column];
        for (int j = 0; j < columns; j++) {
          m[row][j] = m[row][j].multiply(m[rank][column]).subtract(factor.multiply(m[rank][j]));
        }
      }
      rank++;
    }
    return rank;
  }

  /** Whether the unit vector of a column is a combination of the rows. */
  static boolean determines(int[][] matrix, int column) {
    int[][] more = Arrays.copyOf(matrix, matrix.length + 1);
    more[matrix.length] = new int[matrix[0].length];
    more[matrix.length][column] = 1;
    return rank(more) == rank(matrix);
  }
}
