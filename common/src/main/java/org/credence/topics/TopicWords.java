package org.credence.topics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The words that tell one topic from the others: how much each adds to the divergence of the
 * topic's posts from all posts, times how far that topic leads the others in it. Counts of posts
 * are lowered by two first: a word that happened to stand in three posts of a topic does not stand
 * in the next three.
 *
 * <p>It counts posts, not occurrences, so that one post that repeats a word names no topic.
 */
public final class TopicWords {

  private static final int DISCOUNT = 2;

  private final Bags bags;
  private final int slots;
  private final int[] posts;
  private final int[] postsWith;

  /** Of word w in slot k at {@code w * slots + k}. */
  private final double[] scores;

  /** The highest score of each word in any slot. */
  private final double[] highest;

  private TopicWords(Bags bags, int[] assigned, int slots) {
    this.bags = bags;
    this.slots = slots;
    this.posts = new int[slots];
    this.postsWith = bags.postsWith();
    this.scores = new double[bags.words * slots];
    this.highest = new double[bags.words];
    for (int post = 0; post < bags.size; post++) {
      posts[assigned[post]]++;
      for (int at = bags.start[post]; at < bags.start[post + 1]; at++) {
        scores[bags.word[at] * slots + assigned[post]]++;
      }
    }
    for (int i = 0; i < scores.length; i++) {
      scores[i] = divergence(scores[i], i / slots, i % slots);
      highest[i / slots] = Math.max(highest[i / slots], scores[i]);
    }
  }

  /**
   * Numbers of words of each topic, the best first.
   *
   * @param assigned the slot of each post
   * @param least smaller slots are no topics of their own
   * @param words at most so many of each, fewer of a topic without as many
   */
  public static List<int[]> of(Corpus corpus, int[] assigned, int slots, int least, int words) {
    TopicWords topics = new TopicWords(corpus.bags, assigned, slots);
    return IntStream.range(0, slots)
        .filter(slot -> topics.posts[slot] >= least)
        .mapToObj(slot -> topics.best(slot, words))
        .toList();
  }

  /** The share of different words among those of all topics, 0 to 1; 1 when there are none. */
  public static double diversity(List<int[]> topics) {
    long all = topics.stream().mapToLong(topic -> topic.length).sum();
    long different = topics.stream().flatMapToInt(Arrays::stream).distinct().count();
    return all == 0 ? 1 : (double) different / all;
  }

  private double divergence(double with, int word, int slot) {
    double counted = with - DISCOUNT;
    if (counted <= 0) {
      return 0;
    }
    double share = counted / posts[slot];
    double lift = share * bags.size / postsWith[word];
    return Math.max(0, share * StrictMath.log(lift));
  }

  private int[] best(int slot, int words) {
    return Stream.iterate(0, word -> word < bags.words, word -> word + 1)
        .filter(word -> scores[word * slots + slot] > 0)
        .sorted(Comparator.comparingDouble(word -> -score(word, slot)))
        .limit(words)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private double score(int word, int slot) {
    double score = scores[word * slots + slot];
    return score * score / highest[word];
  }
}
