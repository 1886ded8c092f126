package org.credence.topics;

import java.util.stream.IntStream;
import org.credence.topics.TopicState.Kind;

/** Topics that nobody talks about any more, or only as a part of another. */
final class Endings {

  /** Negative log probability from which on few posts are no chance: 1 in 10,000. */
  private static final double SURPRISE = -StrictMath.log(1e-4);

  /** Share of the median likeness of topics to their own past from which on a likeness tells. */
  private static final double LIKE = 0.5;

  /** The same for a topic that has lost many posts. */
  private static final double MUCH = 0.6;

  /** How many times more like the past of another topic one is that has taken it in. */
  private static final double RISE = 1.5;

  private final Slots slots;
  private final Mixture remembered;
  private final Centroids before;
  private final Centroids tonight;
  private final double likeness;

  private Endings(Slots slots, Mixture remembered) {
    this.slots = slots;
    this.remembered = remembered;
    TfIdf rows = TfIdf.of(slots.bags);
    this.before = Centroids.of(remembered, rows.rarity);
    this.tonight = Centroids.of(rows, slots.assigned, slots.mixture.slots);
    this.likeness = likeness();
  }

  /**
   * @param remembered what the slots held before tonight
   */
  static void find(Slots slots, Mixture remembered) {
    new Endings(slots, remembered).find();
  }

  private void find() {
    int[] sizes = slots.sizes();
    double all = 0;
    for (int slot = 0; slot < sizes.length; slot++) {
      all += slots.isTaken(slot) ? remembered.posts[slot] : 0;
    }
    for (int slot = 0; slot < sizes.length; slot++) {
      if (slots.isTaken(slot) && (sizes[slot] < Slots.LEAST || !isLikeItsPast(slot))) {
        double expected = all == 0 ? 0 : slots.bags.size * remembered.posts[slot] / all;
        double surprise = -StrictMath.log(poisson(sizes[slot], expected));
        boolean forgotten = slots.mixture.posts[slot] < Slots.LEAST * Mixture.ONE;
        if (surprise > SURPRISE || forgotten) {
          end(slot, sizes, surprise);
        }
      }
    }
  }

  /** Posts on something else gather in the slot of a topic that nobody talks about any more. */
  private boolean isLikeItsPast(int slot) {
    return remembered.posts[slot] == 0 || tonight.cosine(slot, before, slot) >= MUCH * likeness;
  }

  private double likeness() {
    double[] own =
        IntStream.range(0, slots.mixture.slots)
            .filter(slot -> slots.isTaken(slot) && remembered.posts[slot] > 0)
            .mapToDouble(slot -> tonight.cosine(slot, before, slot))
            .sorted()
            .toArray();
    return own.length == 0 ? 0 : own[own.length / 2];
  }

  private void end(int slot, int[] sizes, double surprise) {
    int kin = -1;
    double nearest = 0;
    for (int other = 0; other < sizes.length; other++) {
      double cosine = tonight.cosine(other, before, slot);
      boolean holds =
          cosine >= LIKE * likeness && cosine >= RISE * before.cosine(other, before, slot);
      if (other != slot && sizes[other] >= Slots.LEAST && cosine > nearest && holds) {
        kin = other;
        nearest = cosine;
      }
    }
    if (kin < 0) {
      slots.end(slot, Kind.RETIRED, 0, surprise);
    } else {
      slots.end(slot, Kind.MERGED, slots.ids[kin], surprise);
      slots.moveAll(slot, kin);
    }
  }

  /** Probability of so few or fewer. */
  private static double poisson(int count, double expected) {
    double term = StrictMath.exp(-expected);
    double sum = term;
    for (int i = 1; i <= count; i++) {
      term *= expected / i;
      sum += term;
    }
    return Math.max(sum, Double.MIN_NORMAL);
  }
}
