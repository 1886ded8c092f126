package org.credence.statistics;

/**
 * Second-order sums over mentions of weight w and posterior (n, 1 - n - p, p), in ppm: everything
 * that the variances of the three shares and of net need, and nothing that does not add.
 *
 * @param ww sum of w²
 * @param wwn sum of w² n
 * @param wwp sum of w² p
 * @param wwnn sum of w² n²
 * @param wwpp sum of w² p²
 * @param wwnp sum of w² n p
 */
public record Moments(long ww, long wwn, long wwp, long wwnn, long wwpp, long wwnp) {

  static final int SIZE = 6;

  public static final Moments NONE = new Moments(0, 0, 0, 0, 0, 0);

  static Moments of(long[] sums) {
    return new Moments(sums[0], sums[1], sums[2], sums[3], sums[4], sums[5]);
  }

  /** Adds one mention; every product is rounded to ppm before it is summed. */
  static void add(long[] sums, long weight, long negative, long positive) {
    long ww = FixedPoint.times(weight, weight);
    long wwn = FixedPoint.times(ww, negative);
    long wwp = FixedPoint.times(ww, positive);
    sums[0] += ww;
    sums[1] += wwn;
    sums[2] += wwp;
    sums[3] += FixedPoint.times(wwn, negative);
    sums[4] += FixedPoint.times(wwp, positive);
    sums[5] += FixedPoint.times(wwn, positive);
  }

  void addTo(long[] sums) {
    long[] mine = toArray();
    for (int i = 0; i < SIZE; i++) {
      sums[i] += mine[i];
    }
  }

  long[] toArray() {
    return new long[] {ww, wwn, wwp, wwnn, wwpp, wwnp};
  }

  /**
   * Sum of w² Var(y), where y is 1 if the mention truly is of the class (for net: +1, 0 or -1) and
   * the posteriors are calibrated.
   */
  public double classification(Figure figure) {
    return weighted(figure) - squared(figure);
  }

  /** Sum of w² (x - mean)², x being the figure of the posterior: each mention its own cluster. */
  public double deviations(Figure figure, double mean) {
    double linear =
        switch (figure) {
          case NEGATIVE -> wwn;
          case NEUTRAL -> ww - wwn - wwp;
          case POSITIVE -> wwp;
          case NET -> wwp - wwn;
        };
    double ones = FixedPoint.toDouble(ww);
    return Math.max(0, squared(figure) - 2 * mean * linear / FixedPoint.ONE + mean * mean * ones);
  }

  /** Sum of w² E(y²). */
  private double weighted(Figure figure) {
    long ppm =
        switch (figure) {
          case NEGATIVE -> wwn;
          case NEUTRAL -> ww - wwn - wwp;
          case POSITIVE -> wwp;
          case NET -> wwn + wwp;
        };
    return FixedPoint.toDouble(ppm);
  }

  /** Sum of w² E(y)², never above {@link #weighted} in spite of rounding. */
  private double squared(Figure figure) {
    long ppm =
        switch (figure) {
          case NEGATIVE -> wwnn;
          case NEUTRAL -> ww - 2 * wwn - 2 * wwp + wwnn + wwpp + 2 * wwnp;
          case POSITIVE -> wwpp;
          case NET -> wwnn + wwpp - 2 * wwnp;
        };
    return Math.min(weighted(figure), Math.max(0, FixedPoint.toDouble(ppm)));
  }
}
