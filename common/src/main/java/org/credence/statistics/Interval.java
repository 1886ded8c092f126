package org.credence.statistics;

/** All values from low to high, both included. */
public record Interval(double low, double high) {

  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("interval from %s to %s".formatted(low, high));
    }
  }

  static Interval around(double centre, double halfWidth) {
    return new Interval(centre - halfWidth, centre + halfWidth);
  }

  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  public double width() {
    return high - low;
  }

  Interval clippedTo(double lowest, double highest) {
    return new Interval(
        Math.max(lowest, Math.min(highest, low)), Math.min(highest, Math.max(lowest, high)));
  }

  /** One side moved outwards: the upper one by a positive reach, the lower one by a negative. */
  Interval reaching(double reach) {
    return new Interval(low + Math.min(0, reach), high + Math.max(0, reach));
  }

  Interval widenedTo(double value) {
    return new Interval(Math.min(low, value), Math.max(high, value));
  }
}
