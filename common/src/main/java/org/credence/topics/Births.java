package org.credence.topics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.credence.topics.TopicState.Kind;

/**
 * Topics from posts that fit nowhere: they are far from the slot that takes them, and a group of
 * them goes better together than by themselves or with what their slots hold.
 */
final class Births {

  /**
   * Share of the median cosine to a remembered centroid below which a post fits nowhere: how near
   * posts of a topic are depends on how long they are.
   */
  private static final double FAR = 0.3;

  /** Posts of a group on the average: more groups than topics are told to be one later. */
  private static final int GROUP = 20;

  private Births() {}

  /**
   * @param slots whose mixture holds nothing of tonight yet
   */
  static void find(Slots slots, SplittableRandom random) {
    int[] strays = strays(slots);
    for (List<Integer> group : groups(slots.bags, strays, random)) {
      double evidence = evidence(slots, group);
      OptionalInt free = slots.free();
      if (group.size() >= Slots.LEAST && evidence > 0 && free.isPresent()) {
        slots.begin(free.getAsInt(), Kind.BORN, 0, evidence);
        group.forEach(post -> slots.assigned[post] = free.getAsInt());
      } else {
        group.forEach(post -> slots.assigned[post] = Slots.NOWHERE);
      }
    }
  }

  private static int[] strays(Slots slots) {
    TfIdf rows = TfIdf.of(slots.bags);
    Centroids centroids = Centroids.of(slots.mixture, rows.rarity);
    double[] nearness = nearness(slots, rows, centroids);
    double far = FAR * median(nearness);
    List<Integer> strays = new ArrayList<>();
    for (int post = 0; post < nearness.length; post++) {
      if (slots.assigned[post] != Slots.NOWHERE && nearness[post] <= far) {
        strays.add(post);
      }
    }
    return strays.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Cosine of each post to what its slot holds, 0 of what is in no topic. */
  private static double[] nearness(Slots slots, TfIdf rows, Centroids centroids) {
    double[] cosines = new double[slots.mixture.slots];
    double[] nearness = new double[slots.bags.size];
    for (int post = 0; post < nearness.length; post++) {
      int slot = slots.assigned[post];
      if (slot != Slots.NOWHERE && slots.isTaken(slot)) {
        centroids.cosines(rows, post, cosines);
        nearness[post] = cosines[slot];
      }
    }
    return nearness;
  }

  private static double median(double[] values) {
    double[] sorted = Arrays.stream(values).filter(value -> value > 0).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  private static List<List<Integer>> groups(Bags bags, int[] posts, SplittableRandom random) {
    double[][] rows = LatentSpace.of(TfIdf.of(bags.of(posts)), ColdStart.RANK, random);
    int[] found = KMeans.groups(rows, Math.max(1, posts.length / GROUP), random);
    Map<Integer, List<Integer>> groups = new TreeMap<>();
    for (int i = 0; i < posts.length; i++) {
      groups.computeIfAbsent(found[i], group -> new ArrayList<>()).add(posts[i]);
    }
    return List.copyOf(groups.values());
  }

  private static double evidence(Slots slots, List<Integer> group) {
    Map<Integer, List<Integer>> bySlot = new TreeMap<>();
    group.forEach(
        post -> bySlot.computeIfAbsent(slots.assigned[post], s -> new ArrayList<>()).add(post));
    double joining = 0;
    for (Map.Entry<Integer, List<Integer>> part : bySlot.entrySet()) {
      joining +=
          slots.isTaken(part.getKey())
              ? slots.marginal.joining(part.getValue(), slots.mixture, part.getKey())
              : slots.marginal.apart(part.getValue());
    }
    double together = slots.marginal.together(group);
    return Math.min(together - joining, together - slots.marginal.apart(group));
  }
}
