package org.credence.statistics.disclosure;

/** Integers modulo the prime 2^31 - 1. */
final class PrimeField {

  static final long PRIME = (1L << 31) - 1;

  private PrimeField() {}

  static long of(long value) {
    return Math.floorMod(value, PRIME);
  }

  static long divide(long a, long b) {
    return of(a * inverse(b));
  }

  /** By Fermat's little theorem. */
  private static long inverse(long value) {
    long result = 1;
    long power = of(value);
    for (long exponent = PRIME - 2; exponent > 0; exponent >>= 1) {
      if ((exponent & 1) == 1) {
        result = result * power % PRIME;
      }
      power = power * power % PRIME;
    }
    return result;
  }
}
