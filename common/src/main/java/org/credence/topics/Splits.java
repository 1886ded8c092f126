package org.credence.topics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.credence.topics.TopicState.Kind;

/**
 * Topics that have become two: the posts of a slot fall into halves whose words are so different
 * that two topics explain them much better than one.
 */
final class Splits {

  private static final int SWEEPS = 5;

  /** Share of the posts that the smaller half needs. */
  private static final double LEAST_SHARE = 0.15;

  /** A half less like what is remembered than this share of the other was not in it. */
  private static final double NEW = 0.5;

  private Splits() {}

  /**
   * @param remembered what the slots held before tonight
   */
  static void find(Slots slots, Mixture remembered, SplittableRandom random) {
    for (int slot = 0; slot < slots.mixture.slots; slot++) {
      List<Integer> posts = slots.posts(slot);
      OptionalInt free = slots.free();
      if (slots.isTaken(slot) && posts.size() >= 2 * Slots.LEAST && free.isPresent()) {
        split(slots, slot, posts, free.getAsInt(), remembered, random);
      }
    }
  }

  private static void split(
      Slots slots,
      int slot,
      List<Integer> posts,
      int free,
      Mixture remembered,
      SplittableRandom random) {
    List<List<Integer>> halves = halves(slots, posts, random);
    int least = Math.min(halves.get(0).size(), halves.get(1).size());
    if (least < Slots.LEAST || least < LEAST_SHARE * posts.size()) {
      return;
    }
    double together = slots.marginal.together(posts);
    double evidence =
        slots.marginal.together(halves.get(0)) + slots.marginal.together(halves.get(1)) - together;
    if (evidence <= slots.margin(posts)) {
      return;
    }
    double[] known = known(slots, slot, halves, remembered);
    boolean first = known[0] == known[1] ? least == halves.get(0).size() : known[0] < known[1];
    boolean apart = Math.min(known[0], known[1]) < NEW * Math.max(known[0], known[1]);
    slots.begin(free, apart ? Kind.BORN : Kind.SPLIT, apart ? 0 : slots.ids[slot], evidence);
    slots.move(halves.get(first ? 0 : 1), free);
  }

  /** Whether what is in a slot tonight was not in another before tonight, unlike what is there. */
  static boolean isNew(Slots slots, int slot, int other, Mixture remembered) {
    List<List<Integer>> both = List.of(slots.posts(slot), slots.posts(other));
    double[] known = known(slots, other, both, remembered);
    return known[0] < NEW * known[1];
  }

  private static List<List<Integer>> halves(
      Slots slots, List<Integer> posts, SplittableRandom random) {
    int[] chosen = posts.stream().mapToInt(Integer::intValue).toArray();
    Bags bags = slots.bags.of(chosen);
    double[][] rows = LatentSpace.of(TfIdf.of(bags), ColdStart.RANK, random);
    int[] assigned = KMeans.groups(rows, 2, random);
    Mixture two = new Mixture(2, bags.words, slots.mixture.alpha, slots.mixture.beta);
    two.addAll(bags, assigned);
    new Gibbs(two, bags, random).sweep(assigned, SWEEPS);
    List<List<Integer>> halves = List.of(new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < assigned.length; i++) {
      halves.get(assigned[i]).add(posts.get(i));
    }
    return halves;
  }

  /** Cosine of the words of each half and those that the slot held before. */
  private static double[] known(
      Slots slots, int slot, List<List<Integer>> halves, Mixture remembered) {
    TfIdf rows = TfIdf.of(slots.bags);
    int[] half = new int[slots.bags.size];
    Arrays.fill(half, Slots.NOWHERE);
    for (int i = 0; i < 2; i++) {
      for (int post : halves.get(i)) {
        half[post] = i;
      }
    }
    Centroids tonight = Centroids.of(rows, half, 2);
    Centroids before = Centroids.of(remembered, rows.rarity);
    return new double[] {tonight.cosine(0, before, slot), tonight.cosine(1, before, slot)};
  }
}
