package org.credence.statistics;

import java.util.Arrays;

/**
 * Posts by their net posterior, positive less negative, in {@value #BINS} bins of equal width from
 * -1 to 1: an odd number, so that the undecided stand together.
 */
public final class NetHistogram {

  public static final int BINS = 11;

  private NetHistogram() {}

  /** Sums of weights in millionths, one a bin. */
  public static long[] of(Evidence evidence) {
    long[] bins = new long[BINS];
    for (int i = 0; i < evidence.cells.length; i++) {
      double[] centre = SimplexGrid.centre(evidence.cells[i]);
      bins[bin(centre[2] - centre[0])] += evidence.weights[i];
    }
    return bins;
  }

  /** Shares of the weight, one a bin: the cells of {@link SimplexGrid} are told apart, no finer. */
  public static double[] shares(Posteriors posts) {
    EvidenceBuilder evidence = new EvidenceBuilder();
    for (int i = 0; i < posts.size(); i++) {
      double[] row = posts.rows()[i];
      long negative = FixedPoint.of(row[0]);
      long positive = Math.min(FixedPoint.of(row[2]), FixedPoint.ONE - negative);
      evidence.add(FixedPoint.of(posts.weights()[i]), negative, positive);
    }
    return shares(of(evidence.build()));
  }

  /** Each sum over the sum of all. */
  public static double[] shares(long[] bins) {
    double all = Arrays.stream(bins).sum();
    return Arrays.stream(bins).mapToDouble(bin -> bin / all).toArray();
  }

  private static int bin(double net) {
    return (int) Math.floor((net + 1) / 2 * BINS);
  }
}
