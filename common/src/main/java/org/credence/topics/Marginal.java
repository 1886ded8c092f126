package org.credence.topics;

import java.util.List;

/**
 * Log probabilities of the words of posts under Dirichlet multinomials whose shares are integrated
 * out: how well posts go together.
 */
final class Marginal {

  private final Bags bags;
  private final double beta;
  private final int words;
  private final int[] counts;

  /**
   * @param words of the vocabulary, at least those of the bags
   */
  Marginal(Bags bags, int words, double beta) {
    this.bags = bags;
    this.words = words;
    this.beta = beta;
    this.counts = new int[bags.words];
  }

  /** Of posts as one topic. */
  double together(List<Integer> posts) {
    double sum = -Mixture.logRising(words * beta, count(posts));
    for (int post : posts) {
      for (int at = bags.start[post]; at < bags.start[post + 1]; at++) {
        int word = bags.word[at];
        sum += Mixture.logRising(beta, counts[word]);
        counts[word] = 0;
      }
    }
    return sum;
  }

  /** Of posts as one topic each. */
  double apart(List<Integer> posts) {
    return posts.stream().mapToDouble(post -> together(List.of(post))).sum();
  }

  /** Of posts that join what a slot holds. */
  double joining(List<Integer> posts, Mixture mixture, int slot) {
    double sum =
        -Mixture.logRising(
            words * beta + (double) mixture.tokens[slot] / Mixture.ONE, count(posts));
    for (int post : posts) {
      for (int at = bags.start[post]; at < bags.start[post + 1]; at++) {
        int word = bags.word[at];
        double held = (double) mixture.counts[word * mixture.slots + slot] / Mixture.ONE;
        sum += Mixture.logRising(beta + held, counts[word]);
        counts[word] = 0;
      }
    }
    return sum;
  }

  /** Fills the counts of the posts' words; returns how many there are. */
  private int count(List<Integer> posts) {
    int length = 0;
    for (int post : posts) {
      length += bags.length[post];
      for (int at = bags.start[post]; at < bags.start[post + 1]; at++) {
        counts[bags.word[at]] += bags.count[at];
      }
    }
    return length;
  }
}
