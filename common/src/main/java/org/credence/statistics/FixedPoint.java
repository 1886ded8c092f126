package org.credence.statistics;

/**
 * Non-negative numbers as whole millionths (ppm): sums of longs do not depend on their order, so
 * every partitioning of the data gives the same bytes.
 */
public final class FixedPoint {

  /** 1.0 in millionths. */
  public static final long ONE = 1_000_000L;

  private FixedPoint() {}

  /** The nearest millionth, half up. */
  public static long of(double value) {
    return Math.round(value * ONE);
  }

  public static double toDouble(long ppm) {
    return ppm / (double) ONE;
  }

  /** Product of two numbers in ppm, rounded half up to ppm. Overflow is an error. */
  public static long times(long a, long b) {
    return Math.floorDiv(Math.multiplyExact(a, b) + ONE / 2, ONE);
  }

  /**
   * A posterior (negative, neutral, positive) in ppm that sums to exactly {@link #ONE}: negative
   * and positive are rounded, neutral is the rest, so net keeps full precision.
   *
   * @param posterior three probabilities that sum to 1
   */
  public static long[] posterior(double[] posterior) {
    long negative = of(posterior[0]);
    long positive = Math.min(of(posterior[2]), ONE - negative);
    return new long[] {negative, ONE - negative - positive, positive};
  }
}
