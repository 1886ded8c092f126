package org.credence.jobs.simulate;

import java.util.HashSet;
import java.util.Set;

/** What is true of one brand in one period. Weights are millionths, classes as {@link Polarity}. */
final class Cell {

  private static final long ONE = 1_000_000;

  long posts;
  long company;
  long original;
  long scored;
  private final long[] weight = new long[Polarity.values().length];
  private final Set<Long> people = new HashSet<>();

  void add(Post post, Firm firm) {
    posts++;
    if (post.by(firm)) {
      company++;
      return;
    }
    people.add(post.author().key());
    if (post.original()) {
      original++;
    }
  }

  /** An author's day: {@code votes} scored originals by class, which weigh 1 together. */
  void addDay(int[] votes) {
    long count = (long) votes[0] + votes[1] + votes[2];
    long each = (2 * ONE + count) / (2 * count);
    scored += count;
    for (int i = 0; i < votes.length; i++) {
      weight[i] += votes[i] * each;
    }
  }

  int people() {
    return people.size();
  }

  long weight(Polarity polarity) {
    return weight[polarity.ordinal()];
  }

  long weight() {
    return weight[0] + weight[1] + weight[2];
  }

  double share(Polarity polarity) {
    return weight() == 0 ? 0 : (double) weight(polarity) / weight();
  }

  double net() {
    return share(Polarity.POSITIVE) - share(Polarity.NEGATIVE);
  }
}
