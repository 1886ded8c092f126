package org.credence.statistics;

import java.util.Arrays;

/**
 * What a cell keeps of its mentions: sums that add over days, brands and partitions to the last
 * bit. No estimate in here, only what every estimate needs.
 *
 * <p>The joint histogram holds, for each {@link SimplexGrid} cell that occurs, the sums of w, of
 * w·negative and of w·positive. So it knows the exact mean posterior of each grid cell: the overall
 * sums have no grid error, and non-linear estimates only one of second order.
 *
 * <p>All numbers are in ppm. Neutral is what is left of the weight.
 */
public final class Evidence {

  private static final int FORMAT = 1;

  public static final Evidence NONE = new EvidenceBuilder().build();

  /** Sorted grid cells, and the sums over each. */
  final int[] cells;

  final long[] weights;
  final long[] negatives;
  final long[] positives;
  private final Moments all;
  private final Moments lone;

  /** Takes the arrays over; the builder hands out copies. */
  Evidence(
      int[] cells, long[] weights, long[] negatives, long[] positives, Moments all, Moments lone) {
    this.cells = cells;
    this.weights = weights;
    this.negatives = negatives;
    this.positives = positives;
    this.all = all;
    this.lone = lone;
  }

  /**
   * One mention by a known author.
   *
   * @param weight in ppm, at least 0
   * @param negative posterior in ppm
   * @param positive posterior in ppm
   */
  public static Evidence of(long weight, long negative, long positive) {
    return new EvidenceBuilder().add(weight, negative, positive).build();
  }

  /** One mention without an author: a cluster of its own when authors are sampled. */
  public static Evidence ofLone(long weight, long negative, long positive) {
    return new EvidenceBuilder().addLone(weight, negative, positive).build();
  }

  public Evidence plus(Evidence other) {
    return new EvidenceBuilder().add(this).add(other).build();
  }

  /** Sum of weights: the number of voices (authors × days), in ppm. */
  public long weight() {
    return Arrays.stream(weights).sum();
  }

  /** Sum of weight × probability of negative, in ppm. */
  public long negative() {
    return Arrays.stream(negatives).sum();
  }

  /** Sum of weight × probability of positive, in ppm. */
  public long positive() {
    return Arrays.stream(positives).sum();
  }

  /** Sum of weight × probability of neutral, in ppm. */
  public long neutral() {
    return weight() - negative() - positive();
  }

  /** Second-order sums over all mentions. */
  public Moments all() {
    return all;
  }

  /** Second-order sums over the mentions without an author. */
  public Moments lone() {
    return lone;
  }

  /** The histogram as weighted posteriors: one point, the mean, for each grid cell. */
  public Posteriors posteriors() {
    double[] voices = new double[cells.length];
    double[][] means = new double[cells.length][];
    for (int i = 0; i < cells.length; i++) {
      voices[i] = FixedPoint.toDouble(weights[i]);
      means[i] = weights[i] == 0 ? SimplexGrid.centre(cells[i]) : mean(i);
    }
    return new Posteriors(voices, means);
  }

  // Rounding can lift the sums of very light mentions above their weight by a few millionths.
  private double[] mean(int i) {
    double negative = Math.min(1, negatives[i] / (double) weights[i]);
    double positive = Math.min(1 - negative, positives[i] / (double) weights[i]);
    return new double[] {negative, 1 - negative - positive, positive};
  }

  /** A compact form: equal evidence has equal bytes. */
  public byte[] toBytes() {
    VarintWriter out = new VarintWriter().writeByte(FORMAT);
    for (Moments moments : new Moments[] {all, lone}) {
      for (long sum : moments.toArray()) {
        out.write(sum);
      }
    }
    out.write(cells.length);
    int previous = 0;
    for (int i = 0; i < cells.length; i++) {
      out.write(cells[i] - previous).write(weights[i]).write(negatives[i]).write(positives[i]);
      previous = cells[i];
    }
    return out.toBytes();
  }

  /**
   * @throws IllegalArgumentException if the bytes are not what {@link #toBytes} writes
   */
  public static Evidence fromBytes(byte[] bytes) {
    return EvidenceBuilder.read(new VarintReader(bytes), FORMAT);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Evidence that && Arrays.equals(toBytes(), that.toBytes());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(toBytes());
  }

  @Override
  public String toString() {
    return "Evidence[weight=%d, negative=%d, positive=%d, cells=%d]"
        .formatted(weight(), negative(), positive(), cells.length);
  }
}
