package org.credence.topics;

import java.util.Arrays;
import java.util.SplittableRandom;

/** k-means of rows of unit length by the angle between them, started as k-means++. */
final class KMeans {

  private static final int STARTS = 3;
  private static final int ITERATIONS = 30;

  private final double[][] rows;
  private final int groups;
  private final SplittableRandom random;
  private final int[] assigned;
  private double[][] centres = new double[0][];
  private double closeness;

  private KMeans(double[][] rows, int groups, SplittableRandom random) {
    this.rows = rows;
    this.groups = groups;
    this.random = random;
    this.assigned = new int[rows.length];
  }

  /** The group of each row, the best of three starts; groups may be empty. */
  static int[] groups(double[][] rows, int groups, SplittableRandom random) {
    int[] best = new int[rows.length];
    double closest = Double.NEGATIVE_INFINITY;
    for (int start = 0; start < STARTS && rows.length > 0; start++) {
      KMeans means = new KMeans(rows, groups, random);
      means.run();
      if (means.closeness > closest) {
        closest = means.closeness;
        best = means.assigned;
      }
    }
    return best;
  }

  private void run() {
    centres = start();
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      if (assign() == 0 && iteration > 0) {
        return;
      }
      centre();
    }
  }

  /** A row becomes a centre the more probably the farther it is from those before. */
  private double[][] start() {
    double[][] chosen = new double[groups][];
    double[] far = new double[rows.length];
    Arrays.fill(far, 1);
    for (int group = 0; group < groups; group++) {
      double[] centre = rows[drawn(far)].clone();
      chosen[group] = centre;
      for (int row = 0; row < rows.length; row++) {
        far[row] = Math.min(far[row], Math.max(0, 1 - LatentSpace.dot(rows[row], centre)));
      }
    }
    return chosen;
  }

  private int drawn(double[] weights) {
    double left = random.nextDouble() * Arrays.stream(weights).sum();
    for (int i = 0; i < weights.length; i++) {
      left -= weights[i];
      if (left < 0) {
        return i;
      }
    }
    return random.nextInt(weights.length);
  }

  /** Returns how many rows have moved. */
  private int assign() {
    int moved = 0;
    closeness = 0;
    for (int row = 0; row < rows.length; row++) {
      int best = 0;
      double highest = Double.NEGATIVE_INFINITY;
      for (int group = 0; group < groups; group++) {
        double cosine = LatentSpace.dot(rows[row], centres[group]);
        if (cosine > highest) {
          highest = cosine;
          best = group;
        }
      }
      moved += best == assigned[row] ? 0 : 1;
      assigned[row] = best;
      closeness += highest;
    }
    return moved;
  }

  /** A group that lost all rows keeps its centre. */
  private void centre() {
    double[][] sums = new double[groups][rows[0].length];
    for (int row = 0; row < rows.length; row++) {
      LatentSpace.add(sums[assigned[row]], 1, rows[row]);
    }
    for (int group = 0; group < groups; group++) {
      if (LatentSpace.dot(sums[group], sums[group]) > 0) {
        LatentSpace.normalise(sums[group]);
        centres[group] = sums[group];
      }
    }
  }
}
