package org.credence.topics;

import org.credence.topics.TopicState.Kind;

/** Topics that nobody talks about any more, or only as a part of another. */
final class Endings {

  /** Negative log probability from which on few posts are no chance: 1 in 10,000. */
  private static final double SURPRISE = -StrictMath.log(1e-4);

  /** Share of a topic's likeness to its own past from which on it holds another's, too. */
  private static final double HOLDS = 0.8;

  private final Slots slots;
  private final Mixture remembered;
  private final Centroids before;
  private final Centroids tonight;

  private Endings(Slots slots, Mixture remembered) {
    this.slots = slots;
    this.remembered = remembered;
    TfIdf rows = TfIdf.of(slots.bags);
    this.before = Centroids.of(remembered, rows.rarity);
    this.tonight = Centroids.of(rows, slots.assigned, slots.mixture.slots);
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
      if (slots.isTaken(slot) && sizes[slot] < Slots.LEAST) {
        double expected = all == 0 ? 0 : slots.bags.size * remembered.posts[slot] / all;
        double surprise = -StrictMath.log(poisson(sizes[slot], expected));
        boolean forgotten = slots.mixture.posts[slot] < Slots.LEAST * Mixture.ONE;
        if (surprise > SURPRISE || forgotten) {
          end(slot, sizes, surprise);
        }
      }
    }
  }

  private void end(int slot, int[] sizes, double surprise) {
    int kin = -1;
    double nearest = 0;
    for (int other = 0; other < sizes.length; other++) {
      double cosine = tonight.cosine(other, before, slot);
      boolean holds = cosine >= HOLDS * tonight.cosine(other, before, other);
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
