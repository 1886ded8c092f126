package org.credence.topics;

import java.util.SplittableRandom;
import org.credence.topics.Clustering.Kind;

/**
 * A night of a mixture that goes on from the nights before: half of what they counted is a prior,
 * so a topic stays in its slot as long as people talk about it.
 *
 * <p>A topic that is new can settle in a free slot, but mostly joins the nearest one; to tell
 * births, splits and merges is not done here.
 *
 * @param found the slots of tonight's posts
 * @param memory what the next night goes on from
 */
public record WarmStart(Clustering found, TopicMemory memory) {

  private static final int SWEEPS = 10;

  /**
   * @param seed the same memory, posts and seed give the same slots
   */
  public static WarmStart of(TopicMemory before, Corpus tonight, long seed) {
    TopicMemory memory = before.halved().with(tonight);
    Mixture mixture = memory.counts();
    Copies copies = Copies.of(tonight.posts);
    Bags bags = tonight.of(copies.distinct()).bags;
    int[] assigned = mixture.assign(bags);
    mixture.addAll(bags, assigned);
    new Gibbs(mixture, bags, new SplittableRandom(seed)).sweep(assigned, SWEEPS);
    return new WarmStart(
        new Clustering(Kind.MIXTURE, mixture.slots, copies.toAll(assigned)), memory);
  }
}
