package org.credence.jobs.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Posts of the last days that others may repeat, quote or answer; as many as a bounded memory
 * holds.
 */
final class Recent {

  private static final int CAPACITY = 250;

  /** Longer texts would be cut off in a repost. */
  private static final int REPEATABLE = 110;

  private final List<Post> posts = new ArrayList<>();
  private final List<Post> today = new ArrayList<>();

  void add(Post post) {
    if (post.text().length() <= REPEATABLE && today.size() < CAPACITY) {
      today.add(post);
    }
  }

  /** What was said today can be picked from now on. */
  void nextDay() {
    posts.addAll(today);
    today.clear();
    if (posts.size() > CAPACITY) {
      posts.subList(0, posts.size() - CAPACITY).clear();
    }
  }

  Optional<Post> pick(Dice dice) {
    return posts.isEmpty() ? Optional.empty() : Optional.of(dice.pick(posts));
  }
}
