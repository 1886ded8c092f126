package org.credence.jobs.simulate;

import java.util.List;

/**
 * Seeded random numbers that are the same on every machine and Java version (SplitMix64: Steele,
 * Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
 */
final class Dice {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  private Dice(long state) {
    this.state = state;
  }

  /**
   * Dice that depend on nothing but these values, so that parts of the archive don't move each
   * other.
   */
  static Dice of(long seed, Object... purpose) {
    long state = mix(seed + GOLDEN);
    for (Object part : purpose) {
      String text = part.toString();
      for (int i = 0; i < text.length(); i++) {
        state = mix(state ^ (text.charAt(i) + GOLDEN));
      }
      state = mix(state + GOLDEN);
    }
    return new Dice(state);
  }

  long bits() {
    state += GOLDEN;
    return mix(state);
  }

  /** Uniform in [0, 1). */
  double unit() {
    return (bits() >>> 11) * 0x1.0p-53;
  }

  /** Uniform in 0 .. bound - 1. */
  int below(int bound) {
    return (int) (unit() * bound);
  }

  boolean chance(double probability) {
    return unit() < probability;
  }

  /** The whole part of {@code mean}, and one more as often as its fraction says. */
  int about(double mean) {
    int whole = (int) mean;
    return chance(mean - whole) ? whole + 1 : whole;
  }

  /** A count with a long tail: exponential with this mean, rounded down. */
  int heavy(double mean) {
    return (int) (-mean * StrictMath.log(1 - unit()));
  }

  <T> T pick(List<T> items) {
    return items.get(below(items.size()));
  }

  /** Earlier items more often: the first tenth of a list gets about a fifth of the draws. */
  <T> T pickEarly(List<T> items) {
    double u = unit();
    return items.get((int) (u * StrictMath.sqrt(u) * items.size()));
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
