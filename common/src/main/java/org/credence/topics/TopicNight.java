package org.credence.topics;

import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.credence.topics.Clustering.Kind;

/**
 * A night of topics that goes on from the nights before: half of what they counted is a prior, so a
 * topic stays in its slot as long as people talk about it. Then posts that fit nowhere may be a new
 * topic, one may have become two and two one, and some have ended.
 *
 * @param topics the topic of each post in the order of the corpus, 0 for none
 * @param memory what the next night goes on from
 * @param states of the topics, those that end tonight included
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares two.
public record TopicNight(long[] topics, TopicMemory memory, List<TopicState> states) {

  private static final int SWEEPS = 10;

  /** Posts a topic on the first night on the average. */
  private static final int FIRST = 10;

  /** A night with less than this share of the posts that are remembered is a quiet one. */
  private static final double QUIET = 0.25;

  /**
   * The first night.
   *
   * @param slots at most so many topics at a time
   * @param seed the same posts and seed give the same topics
   */
  public static TopicNight first(Corpus corpus, int slots, long seed) {
    int topics = Math.max(1, Math.min(slots, corpus.size() / FIRST));
    Copies copies = Copies.of(corpus.posts);
    Corpus distinct = corpus.of(copies.distinct());
    Clustering found = ColdStart.of(distinct, Kind.MIXTURE, topics, seed);
    TopicMemory memory = TopicMemory.empty(slots).with(corpus);
    Slots work = new Slots(memory, distinct.bags);
    System.arraycopy(found.assigned(), 0, work.assigned, 0, distinct.size());
    begin(work);
    return rest(work, new BitSet(), memory.words(), false, copies, new SplittableRandom(seed));
  }

  /**
   * @param seed the same memory, posts and seed give the same topics
   */
  public static TopicNight of(TopicMemory before, Corpus tonight, long seed) {
    Copies copies = Copies.of(tonight.posts);
    Corpus distinct = tonight.of(copies.distinct());
    boolean quiet = distinct.size() * (long) Mixture.ONE < QUIET * before.posts() / 2;
    TopicMemory memory = (quiet ? before : before.halved()).with(tonight);
    Slots work = new Slots(memory, distinct.bags);
    SplittableRandom random = new SplittableRandom(seed);
    return rest(work, Births.propose(work, random), memory.words(), quiet, copies, random);
  }

  /**
   * @param onTrial slots that may turn out to be topics
   */
  private static TopicNight rest(
      Slots work,
      BitSet onTrial,
      List<String> words,
      boolean quiet,
      Copies copies,
      SplittableRandom random) {
    Mixture remembered = work.mixture.copy();
    work.mixture.addAll(work.bags, work.assigned);
    new Gibbs(work.mixture, work.bags, random)
        .sweep(work.assigned, slot -> work.isTaken(slot) || onTrial.get(slot), SWEEPS);
    Births.judge(work, onTrial, remembered);
    Splits.find(work, remembered, random);
    Merges.find(work);
    if (!quiet) {
      Endings.find(work, remembered);
    }
    long[] topics = work.topics();
    List<TopicState> states = work.states();
    work.clear();
    TopicMemory memory = new TopicMemory(words, work.mixture, work.ids, work.last());
    return new TopicNight(copies.toAll(topics), memory, states);
  }

  /** Topics of the first night; other posts fit nowhere yet. */
  private static void begin(Slots work) {
    for (int slot = 0; slot < work.ids.length; slot++) {
      List<Integer> posts = work.posts(slot);
      double evidence = work.marginal.together(posts) - work.marginal.apart(posts);
      if (posts.size() >= Slots.LEAST && evidence > 0) {
        work.begin(slot, TopicState.Kind.BORN, 0, evidence);
      } else {
        posts.forEach(post -> work.assigned[post] = Slots.NOWHERE);
      }
    }
  }
}
