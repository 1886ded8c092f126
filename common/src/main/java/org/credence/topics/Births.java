package org.credence.topics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.credence.topics.TopicState.Kind;

/**
 * Topics from posts that fit nowhere. Groups of posts that are far from the slots that take them
 * are put on trial in slots of their own; once sampling has shown what else belongs to them, and
 * what does not, they are topics if they go better together than by themselves or with the topics
 * that they would be in otherwise.
 */
final class Births {

  /**
   * Share of the median cosine to a remembered centroid below which a post fits nowhere: how near
   * posts of a topic are depends on how long they are.
   */
  private static final double FAR = 0.5;

  /** Posts of a group that is put on trial. */
  private static final int LEAST = 4;

  /** Posts of a group on the average: more groups than topics are told to be one later. */
  private static final int GROUP = 20;

  private Births() {}

  /**
   * Puts groups of posts that fit nowhere into free slots, on trial: sampling shows what they are.
   *
   * @param slots whose mixture holds nothing of tonight yet
   * @return the slots on trial
   */
  static BitSet propose(Slots slots, SplittableRandom random) {
    int[] strays = strays(slots);
    BitSet onTrial = new BitSet();
    for (List<Integer> group : groups(slots.bags, strays, random)) {
      OptionalInt free = slots.free(onTrial);
      if (group.size() >= LEAST && free.isPresent()) {
        group.forEach(post -> slots.assigned[post] = free.getAsInt());
        onTrial.set(free.getAsInt());
      } else {
        group.forEach(slots::leaveInTopic);
      }
    }
    return onTrial;
  }

  /**
   * After sampling: those on trial that hold enough, and hold together, are topics.
   *
   * @param remembered what the slots held before tonight
   */
  static void judge(Slots slots, BitSet onTrial, Mixture remembered) {
    for (int slot = onTrial.nextSetBit(0); slot >= 0; slot = onTrial.nextSetBit(slot + 1)) {
      List<Integer> group = slots.posts(slot);
      int[] elsewhere = slots.elsewhere(group);
      double evidence = evidence(slots, group, elsewhere);
      if (group.size() >= Slots.LEAST && evidence > 0) {
        int kin = kin(elsewhere);
        boolean apart = kin == Slots.NOWHERE || Splits.isNew(slots, slot, kin, remembered);
        slots.begin(slot, apart ? Kind.BORN : Kind.SPLIT, apart ? 0 : slots.ids[kin], evidence);
      } else {
        for (int i = 0; i < elsewhere.length; i++) {
          slots.move(group.subList(i, i + 1), elsewhere[i]);
        }
      }
    }
  }

  /** Where more than half of the posts would be. */
  private static int kin(int[] elsewhere) {
    return Arrays.stream(elsewhere)
        .filter(
            slot -> Arrays.stream(elsewhere).filter(o -> o == slot).count() * 2 > elsewhere.length)
        .findFirst()
        .orElse(Slots.NOWHERE);
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

  /**
   * @param elsewhere where each post of the group would be otherwise
   */
  private static double evidence(Slots slots, List<Integer> group, int[] elsewhere) {
    Map<Integer, List<Integer>> bySlot = new TreeMap<>();
    for (int i = 0; i < elsewhere.length; i++) {
      bySlot.computeIfAbsent(elsewhere[i], slot -> new ArrayList<>()).add(group.get(i));
    }
    double joining = 0;
    for (Map.Entry<Integer, List<Integer>> part : bySlot.entrySet()) {
      joining +=
          part.getKey() != Slots.NOWHERE
              ? slots.marginal.joining(part.getValue(), slots.mixture, part.getKey())
              : slots.marginal.apart(part.getValue());
    }
    double together = slots.marginal.together(group);
    return Math.min(together - joining, together - slots.marginal.apart(group));
  }
}
