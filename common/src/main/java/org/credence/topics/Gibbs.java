package org.credence.topics;

import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Collapsed Gibbs sampling of a {@link Mixture}: draws a slot for one post after the other. */
final class Gibbs {

  private final Mixture mixture;
  private final Bags bags;
  private final SplittableRandom random;
  private final double[] scores;

  Gibbs(Mixture mixture, Bags bags, SplittableRandom random) {
    this.mixture = mixture;
    this.bags = bags;
    this.random = random;
    this.scores = new double[mixture.slots];
  }

  /**
   * Draws, and at last takes the most probable slot of each post.
   *
   * @param assigned where the mixture holds each post; changed
   */
  void sweep(int[] assigned, int sweeps) {
    sweep(assigned, slot -> true, sweeps);
  }

  /**
   * The same among some slots.
   *
   * @param assigned where the mixture holds each post, {@link Slots#NOWHERE} of those to leave out
   */
  void sweep(int[] assigned, IntPredicate open, int sweeps) {
    int[] closed = IntStream.range(0, mixture.slots).filter(open.negate()).toArray();
    for (int sweep = 1; sweep <= sweeps && closed.length < mixture.slots; sweep++) {
      for (int post = 0; post < bags.size; post++) {
        if (assigned[post] != Slots.NOWHERE) {
          mixture.remove(bags, post, assigned[post]);
          mixture.scores(bags, post, scores);
          for (int slot : closed) {
            scores[slot] = Double.NEGATIVE_INFINITY;
          }
          assigned[post] = sweep == sweeps ? Mixture.highest(scores) : draw();
          mixture.add(bags, post, assigned[post]);
        }
      }
    }
  }

  private int draw() {
    Mixture.normalise(scores);
    double left = random.nextDouble();
    int last = 0;
    for (int slot = 0; slot < scores.length; slot++) {
      if (scores[slot] > 0) {
        left -= scores[slot];
        last = slot;
        if (left < 0) {
          return slot;
        }
      }
    }
    return last;
  }
}
