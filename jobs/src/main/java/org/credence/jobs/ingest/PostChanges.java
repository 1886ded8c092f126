package org.credence.jobs.ingest;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a batch did to the posts.
 *
 * @param days days that have gained, changed or lost a post
 */
public record PostChanges(long added, long replaced, long removed, SortedSet<LocalDate> days) {

  static final PostChanges NONE = new PostChanges(0, 0, 0, Collections.emptySortedSet());

  public PostChanges {
    days = Collections.unmodifiableSortedSet(new TreeSet<>(days));
  }

  /** Both together. */
  PostChanges after(PostChanges before) {
    SortedSet<LocalDate> all = new TreeSet<>(before.days);
    all.addAll(days);
    return new PostChanges(
        before.added + added, before.replaced + replaced, before.removed + removed, all);
  }

  boolean rewrites() {
    return replaced + removed > 0;
  }

  boolean none() {
    return added == 0 && !rewrites();
  }
}
