package org.credence.topics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import org.credence.topics.TopicState.Kind;

/**
 * The slots of a mixture in the course of a night: what is in them, whose they are, what changed.
 */
final class Slots {

  /** Nats a word and per log of the vocabulary: fewer are within what chance does. */
  private static final double MARGIN = 0.01;

  /** Where a post is that fits nowhere. */
  static final int NOWHERE = -1;

  /** Posts that a topic needs. */
  static final int LEAST = 8;

  final Bags bags;
  final Mixture mixture;
  final int[] assigned;
  final Marginal marginal;
  final long[] ids;
  final List<TopicState> changes = new ArrayList<>();
  private long last;

  /**
   * @param memory with the words of tonight first; its counts become those of tonight
   */
  Slots(TopicMemory memory, Bags bags) {
    this.bags = bags;
    this.mixture = memory.counts();
    this.assigned = assign(mixture, bags);
    this.marginal = new Marginal(bags, mixture.words, mixture.beta);
    this.ids = memory.ids().clone();
    this.last = memory.last();
  }

  /** A post without a word that tells a topic is nowhere. */
  private static int[] assign(Mixture mixture, Bags bags) {
    int[] assigned = mixture.assign(bags);
    for (int post = 0; post < assigned.length; post++) {
      assigned[post] = bags.length[post] == 0 ? NOWHERE : assigned[post];
    }
    return assigned;
  }

  /** What the log Bayes factor of a change of these posts' topics must exceed, in nats. */
  double margin(List<Integer> posts) {
    long tokens = posts.stream().mapToLong(post -> bags.length[post]).sum();
    return MARGIN * tokens * StrictMath.log(mixture.words);
  }

  boolean isTaken(int slot) {
    return ids[slot] != 0;
  }

  long last() {
    return last;
  }

  List<Integer> posts(int slot) {
    List<Integer> posts = new ArrayList<>();
    for (int post = 0; post < assigned.length; post++) {
      if (assigned[post] == slot) {
        posts.add(post);
      }
    }
    return posts;
  }

  int[] sizes() {
    int[] sizes = new int[mixture.slots];
    for (int slot : assigned) {
      if (slot != NOWHERE) {
        sizes[slot]++;
      }
    }
    return sizes;
  }

  OptionalInt free() {
    return free(new BitSet());
  }

  /**
   * A slot without a topic, those without posts first.
   *
   * @param but none of these
   */
  OptionalInt free(BitSet but) {
    int[] sizes = sizes();
    OptionalInt best = OptionalInt.empty();
    for (int slot = 0; slot < ids.length; slot++) {
      boolean fewer = best.isEmpty() || sizes[slot] < sizes[best.getAsInt()];
      best = ids[slot] == 0 && !but.get(slot) && fewer ? OptionalInt.of(slot) : best;
    }
    return best.isPresent() && sizes[best.getAsInt()] < LEAST ? best : OptionalInt.empty();
  }

  /** A post that is in no topic is nowhere. */
  void leaveInTopic(int post) {
    boolean inTopic = assigned[post] != NOWHERE && isTaken(assigned[post]);
    assigned[post] = inTopic ? assigned[post] : NOWHERE;
  }

  /** The topic that each post fits best but those where they are; nowhere if it fits none. */
  int[] elsewhere(List<Integer> posts) {
    int[] elsewhere = new int[posts.size()];
    double[] scores = new double[mixture.slots];
    for (int i = 0; i < elsewhere.length; i++) {
      mixture.scores(bags, posts.get(i), scores);
      int best = NOWHERE;
      for (int slot = 0; slot < scores.length; slot++) {
        boolean open = isTaken(slot) && slot != assigned[posts.get(i)];
        best = open && (best == NOWHERE || scores[slot] > scores[best]) ? slot : best;
      }
      List<Integer> one = posts.subList(i, i + 1);
      boolean fits = best != NOWHERE && marginal.joining(one, mixture, best) > marginal.apart(one);
      elsewhere[i] = fits ? best : NOWHERE;
    }
    return elsewhere;
  }

  /** A new topic for a slot. */
  void begin(int slot, Kind kind, long kin, double evidence) {
    ids[slot] = ++last;
    changes.add(new TopicState(last, kind, kin, 0, evidence));
  }

  /** The topic of a slot is no more; one that began tonight has not been. */
  void end(int slot, Kind kind, long kin, double evidence) {
    long id = ids[slot];
    if (!changes.removeIf(change -> change.id() == id)) {
      changes.add(new TopicState(id, kind, kin, sizes()[slot], evidence));
    }
    ids[slot] = 0;
  }

  void move(List<Integer> posts, int slot) {
    for (int post : posts) {
      if (assigned[post] != NOWHERE) {
        mixture.remove(bags, post, assigned[post]);
      }
      assigned[post] = slot;
      if (slot != NOWHERE) {
        mixture.add(bags, post, slot);
      }
    }
  }

  /** All that a slot holds, what is remembered included. */
  void moveAll(int from, int to) {
    for (int post : posts(from)) {
      assigned[post] = to;
    }
    mixture.moveAll(from, to);
  }

  /** Changes first, in the order in which they happened. */
  List<TopicState> states() {
    int[] sizes = sizes();
    List<TopicState> states = new ArrayList<>();
    for (TopicState change : changes) {
      int slot = slot(change.id());
      states.add(
          slot < 0
              ? change
              : new TopicState(
                  change.id(), change.kind(), change.kin(), sizes[slot], change.evidence()));
    }
    for (int slot = 0; slot < ids.length; slot++) {
      long id = ids[slot];
      if (id != 0 && changes.stream().noneMatch(change -> change.id() == id)) {
        states.add(new TopicState(id, Kind.CONTINUED, 0, sizes[slot], 0));
      }
    }
    return states;
  }

  private int slot(long id) {
    for (int slot = 0; slot < ids.length; slot++) {
      if (ids[slot] == id) {
        return slot;
      }
    }
    return -1;
  }

  /** Takes posts out of slots without a topic. */
  void clear() {
    for (int slot = 0; slot < ids.length; slot++) {
      if (ids[slot] == 0) {
        mixture.clear(slot);
      }
    }
  }

  /** The topic of each post, 0 for none. */
  long[] topics() {
    return Arrays.stream(assigned).mapToLong(slot -> slot == NOWHERE ? 0 : ids[slot]).toArray();
  }
}
