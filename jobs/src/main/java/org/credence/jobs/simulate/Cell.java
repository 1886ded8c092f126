package org.credence.jobs.simulate;

import java.util.HashSet;
import java.util.Set;

/** What is true of one brand in one period. Weights are millionths, classes as {@link Polarity}. */
final class Cell {

  private static final long ONE = 1_000_000;

  long posts;
  long reposts;
  long replies;
  long companyPosts;
  long scored;
  long unscored;
  long byBots;
  private final long[] weight = new long[Polarity.values().length];
  private final Set<Long> people = new HashSet<>();
  private final Set<Long> scoredPeople = new HashSet<>();

  void add(Post post, Firm firm) {
    if (post.by(firm)) {
      companyPosts++;
      return;
    }
    posts++;
    people.add(post.author().key());
    switch (post.kind()) {
      case REPOST -> {
        reposts++;
        return;
      }
      case REPLY -> replies++;
      case POST, QUOTE -> {}
    }
    if (Crowd.isBot(post.author())) {
      byBots++;
    } else if (!post.scored()) {
      unscored++;
    } else {
      scored++;
      scoredPeople.add(post.author().key());
    }
  }

  /** An author's day: {@code votes} scored originals by class, which weigh 1 together. */
  void addDay(int[] votes) {
    long count = (long) votes[0] + votes[1] + votes[2];
    long each = (2 * ONE + count) / (2 * count);
    for (int i = 0; i < votes.length; i++) {
      weight[i] += votes[i] * each;
    }
  }

  int people() {
    return people.size();
  }

  int scoredPeople() {
    return scoredPeople.size();
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
