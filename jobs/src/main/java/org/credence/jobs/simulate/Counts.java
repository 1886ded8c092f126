package org.credence.jobs.simulate;

/**
 * Responses to a post as delivered.
 *
 * @param likes likes or favourites; on Facebook the plain likes only
 * @param reactions likes and the other reaction kinds
 */
record Counts(int likes, int reactions, int shares, int comments) {

  static final Counts NONE = new Counts(0, 0, 0, 0);

  static Counts of(int likes, int shares, int comments) {
    return new Counts(likes, likes, shares, comments);
  }

  /** The same post some time later. */
  Counts later(Dice dice) {
    int more = 1 + dice.below(4);
    return new Counts(
        likes + more, reactions + more, shares + dice.below(2), comments + dice.below(2));
  }
}
