package org.credence.jobs.night;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What follows from sums that are known, modulo a large prime: sparse rows in echelon form. */
final class LinearSpan {

  private static final long PRIME = 1_000_000_007;

  /** Rows by their first column, which has the coefficient 1. */
  private final Map<Integer, TreeMap<Integer, Long>> rows = new HashMap<>();

  /**
   * @param sum coefficient of each unknown
   */
  void add(Map<Integer, Long> sum) {
    TreeMap<Integer, Long> rest = rest(sum);
    if (!rest.isEmpty()) {
      long inverse = power(rest.firstEntry().getValue(), PRIME - 2);
      rest.replaceAll((unknown, coefficient) -> coefficient * inverse % PRIME);
      rows.put(rest.firstKey(), rest);
    }
  }

  /** Whether a sum can be worked out; one of no unknowns can. */
  boolean contains(Map<Integer, Long> sum) {
    return rest(sum).isEmpty();
  }

  private TreeMap<Integer, Long> rest(Map<Integer, Long> sum) {
    TreeMap<Integer, Long> rest = new TreeMap<>();
    sum.forEach((unknown, coefficient) -> rest.put(unknown, Math.floorMod(coefficient, PRIME)));
    while (!rest.isEmpty() && rows.containsKey(rest.firstKey())) {
      long factor = rest.firstEntry().getValue();
      rows.getOrDefault(rest.firstKey(), new TreeMap<>())
          .forEach(
              (unknown, coefficient) -> {
                long now =
                    Math.floorMod(
                        rest.getOrDefault(unknown, 0L) - factor * coefficient % PRIME, PRIME);
                if (now == 0) {
                  rest.remove(unknown);
                } else {
                  rest.put(unknown, now);
                }
              });
    }
    return rest;
  }

  private static long power(long base, long exponent) {
    long result = 1;
    long square = base;
    for (long left = exponent; left > 0; left >>= 1) {
      if ((left & 1) == 1) {
        result = result * square % PRIME;
      }
      square = square * square % PRIME;
    }
    return result;
  }
}
