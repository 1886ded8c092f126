package org.credence.statistics;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * A sample of the people behind a cell: those with the smallest hashes (bottom-k, KMV), each with
 * the sums of his mentions.
 *
 * <p>Who is in the bottom k of a union is in the bottom k of every part that saw him, so nobody's
 * sums are ever cut short, and {@link #merge} is associative, commutative and idempotent in people
 * to the last bit. Up to {@link #K} people all figures are exact; above, person {@code K + 1} only
 * marks the threshold, and the first K stand for everybody (Beyer, Haas, Reinwald, Sismanis,
 * Gemulla: On synopses for distinct-value estimation under multiset operations, SIGMOD 2007: the
 * unbiased estimator). The standard error of a count is then about {@code 1/sqrt(K)} = 0.8%.
 */
public final class AuthorSample {

  /** People kept with their sums. */
  public static final int K = 16_384;

  /** K, and the one whose hash is the threshold. */
  static final int CAPACITY = K + 1;

  static final int FORMAT = 1;
  public static final AuthorSample EMPTY = new AuthorSampleBuilder().build();

  /** Ascending. A hash h is kept as h - 2^63, so that signed order is the order of hashes. */
  final long[] ranks;

  /** {@link Act} bits. */
  final byte[] acts;

  /** Sums of weight, weight × negative and weight × positive, ppm. */
  final long[] weights;

  final long[] negatives;
  final long[] positives;

  AuthorSample(long[] ranks, byte[] acts, long[] weights, long[] negatives, long[] positives) {
    this.ranks = ranks;
    this.acts = acts;
    this.weights = weights;
    this.negatives = negatives;
    this.positives = positives;
  }

  /** The hash of an author key: its first 8 bytes, which a keyed HMAC has made uniform. */
  public static long hash(String authorKey) {
    return Long.parseUnsignedLong(authorKey, 0, 16, 16);
  }

  /**
   * One mention; see {@link AuthorSampleBuilder#add(long, int, long, long, long)}.
   *
   * @param hash of the author
   */
  public static AuthorSample of(long hash, int acts, long weight, long negative, long positive) {
    return new AuthorSampleBuilder().add(hash, acts, weight, negative, positive).build();
  }

  public AuthorSample merge(AuthorSample other) {
    return new AuthorSampleBuilder().add(this).add(other).build();
  }

  /** Whether everybody is in it. */
  public boolean isExact() {
    return ranks.length <= K;
  }

  /** How many people each sampled one stands for; 1 when exact. */
  public double scale() {
    if (isExact()) {
      return 1;
    }
    double threshold = (ranks[K] - (double) Long.MIN_VALUE) / 0x1p64;
    return 1 / threshold;
  }

  /** Number of distinct people. */
  public long people() {
    return scaled(size());
  }

  /** Number of people who did this, whatever else they did. */
  public long people(Act act) {
    return scaled(count(i -> act.isIn(acts[i])));
  }

  /** Number of people on this tier. The tiers of a sample sum to {@link #people()} exactly. */
  public long people(Tier tier) {
    int below = count(i -> Tier.of(acts[i]).compareTo(tier) < 0);
    int upTo = count(i -> Tier.of(acts[i]).compareTo(tier) <= 0);
    return scaled(upTo) - scaled(below);
  }

  /** Number of people with a voice, i.e. with weight, not rounded. */
  public double voices() {
    return scale() * count(i -> weights[i] > 0);
  }

  /**
   * Sum over all people of (s - mean × w)², s being the figure of a person's sums and w his weight:
   * what the variance of a weighted mean needs when people, not posts, are drawn.
   */
  public double deviations(Figure figure, double mean) {
    double sum = 0;
    for (int i = 0; i < size(); i++) {
      double deviation = (figureOf(i, figure) - mean * weights[i]) / FixedPoint.ONE;
      sum += deviation * deviation;
    }
    return scale() * sum;
  }

  /** A compact form: equal samples have equal bytes. About 18 bytes a person. */
  public byte[] toBytes() {
    VarintWriter out = new VarintWriter().writeByte(FORMAT).write(ranks.length);
    long previous = Long.MIN_VALUE;
    for (int i = 0; i < ranks.length; i++) {
      out.write(ranks[i] - previous).writeByte(acts[i]);
      out.write(weights[i]).write(negatives[i]).write(positives[i]);
      previous = ranks[i];
    }
    return out.toBytes();
  }

  /**
   * @throws IllegalArgumentException if the bytes are not what {@link #toBytes} writes
   */
  public static AuthorSample fromBytes(byte[] bytes) {
    return AuthorSampleBuilder.read(new VarintReader(bytes));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AuthorSample that && Arrays.equals(toBytes(), that.toBytes());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(toBytes());
  }

  @Override
  public String toString() {
    return "AuthorSample[people=%d, exact=%s]".formatted(people(), isExact());
  }

  private int size() {
    return Math.min(K, ranks.length);
  }

  private double figureOf(int i, Figure figure) {
    return switch (figure) {
      case NEGATIVE -> negatives[i];
      case NEUTRAL -> weights[i] - negatives[i] - positives[i];
      case POSITIVE -> positives[i];
      case NET -> positives[i] - negatives[i];
    };
  }

  private long scaled(int sampled) {
    return Math.round(sampled * scale());
  }

  private int count(IntPredicate wanted) {
    int count = 0;
    for (int i = 0; i < size(); i++) {
      if (wanted.test(i)) {
        count++;
      }
    }
    return count;
  }
}
