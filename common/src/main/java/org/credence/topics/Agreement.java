package org.credence.topics;

import java.util.LinkedHashMap;
import java.util.Map;

/** How well two ways to group the same posts agree. */
public final class Agreement {

  private record Pair(int one, int other) {}

  private final Map<Pair, Integer> pairs = new LinkedHashMap<>();
  private final Map<Integer, Integer> ones = new LinkedHashMap<>();
  private final Map<Integer, Integer> others = new LinkedHashMap<>();
  private final int posts;

  private Agreement(int[] one, int[] other) {
    posts = one.length;
    for (int post = 0; post < posts; post++) {
      pairs.merge(new Pair(one[post], other[post]), 1, Integer::sum);
      ones.merge(one[post], 1, Integer::sum);
      others.merge(other[post], 1, Integer::sum);
    }
  }

  /**
   * Normalised mutual information, with the arithmetic mean of both entropies below, 0 to 1; 1 when
   * both hold a single group.
   */
  public static double nmi(int[] one, int[] other) {
    Agreement agreement = new Agreement(one, other);
    double mean = (agreement.entropy(agreement.ones) + agreement.entropy(agreement.others)) / 2;
    return mean == 0 ? 1 : Math.max(0, agreement.information() / mean);
  }

  /** The share of posts whose label is the commonest in their topic, 0 to 1; 0 without posts. */
  public static double purity(int[] topics, int[] labels) {
    Agreement agreement = new Agreement(topics, labels);
    Map<Integer, Integer> commonest = new LinkedHashMap<>();
    agreement.pairs.forEach((pair, count) -> commonest.merge(pair.one, count, Math::max));
    int sum = commonest.values().stream().mapToInt(Integer::intValue).sum();
    return agreement.posts == 0 ? 0 : (double) sum / agreement.posts;
  }

  private double information() {
    return pairs.entrySet().stream()
        .mapToDouble(
            entry -> {
              double share = (double) entry.getValue() / posts;
              double independent =
                  (double) ones.getOrDefault(entry.getKey().one, 0)
                      / posts
                      * others.getOrDefault(entry.getKey().other, 0)
                      / posts;
              return share * StrictMath.log(share / independent);
            })
        .sum();
  }

  private double entropy(Map<Integer, Integer> groups) {
    return groups.values().stream()
        .mapToDouble(count -> -(double) count / posts * StrictMath.log((double) count / posts))
        .sum();
  }
}
