package org.credence.topics;

import java.util.ArrayList;
import java.util.List;
import org.credence.topics.TopicState.Kind;

/** Topics that have become one: their posts of tonight go better together than apart. */
final class Merges {

  /** Cosine of centroids below which two topics are not looked at: few posts always go together. */
  private static final double NEAR = 0.4;

  private Merges() {}

  private record Pair(int one, int other, double evidence) {}

  /** The best pair first, until no two go together; the larger topic goes on. */
  static void find(Slots slots) {
    TfIdf rows = TfIdf.of(slots.bags);
    for (Pair best = best(slots, rows); best.evidence() > 0; best = best(slots, rows)) {
      int[] held = slots.mixture.posts;
      boolean first = held[best.one()] >= held[best.other()];
      int stays = first ? best.one() : best.other();
      int goes = first ? best.other() : best.one();
      slots.end(goes, Kind.MERGED, slots.ids[stays], best.evidence());
      slots.moveAll(goes, stays);
    }
  }

  private static Pair best(Slots slots, TfIdf rows) {
    Centroids centroids = Centroids.of(rows, slots.assigned, slots.mixture.slots);
    List<Integer> topics = new ArrayList<>();
    int[] sizes = slots.sizes();
    for (int slot = 0; slot < sizes.length; slot++) {
      if (slots.isTaken(slot) && sizes[slot] >= Slots.LEAST) {
        topics.add(slot);
      }
    }
    Pair best = new Pair(-1, -1, 0);
    for (int i = 0; i < topics.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (centroids.cosine(topics.get(i), topics.get(j)) >= NEAR) {
          double evidence = evidence(slots, topics.get(j), topics.get(i));
          best =
              evidence > best.evidence() ? new Pair(topics.get(j), topics.get(i), evidence) : best;
        }
      }
    }
    return best;
  }

  private static double evidence(Slots slots, int one, int other) {
    List<Integer> first = slots.posts(one);
    List<Integer> second = slots.posts(other);
    List<Integer> both = new ArrayList<>(first);
    both.addAll(second);
    return slots.marginal.together(both)
        - slots.marginal.together(first)
        - slots.marginal.together(second);
  }
}
