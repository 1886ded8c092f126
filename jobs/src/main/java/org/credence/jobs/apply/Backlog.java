package org.credence.jobs.apply;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.credence.lake.DayRanges;
import org.credence.lake.Lake;
import org.credence.lake.Mentions;
import org.credence.lake.Notes;
import org.credence.lake.Posts;

/** What there is to score, as the notes of the two tables' commits tell it. */
sealed interface Backlog {

  /** All posts were scored. */
  record Nothing() implements Backlog {}

  /**
   * All posts, because none were scored yet, or nobody knows which.
   *
   * @param upTo newest batch of posts
   */
  record Everything(long upTo) implements Backlog {}

  /**
   * The posts of some batches.
   *
   * @param after newest batch that was scored
   * @param upTo newest batch of posts
   * @param days that have gained, changed or lost a post since
   * @param replaced whether posts that were scored have changed or gone
   */
  record Batches(long after, long upTo, SortedSet<LocalDate> days, boolean replaced)
      implements Backlog {
    public Batches {
      days = Collections.unmodifiableSortedSet(new TreeSet<>(days));
    }
  }

  /**
   * @param force as if nothing had been scored
   */
  static Backlog of(Lake lake, boolean force) {
    return of(lake.commits(Posts.TABLE), force ? Optional.empty() : scored(lake));
  }

  /** Newest batch of which there are mentions. */
  static Optional<Long> scored(Lake lake) {
    return lake.note(Mentions.TABLE, Notes.BATCH).map(Long::valueOf);
  }

  /**
   * @param posts commits of posts, newest first
   * @param scored newest batch of which there are mentions
   */
  static Backlog of(List<Lake.Commit> posts, Optional<Long> scored) {
    List<Lake.Commit> batches =
        posts.stream().filter(commit -> commit.notes().containsKey(Notes.BATCH)).toList();
    if (batches.isEmpty()) {
      return new Nothing();
    }
    long upTo = batches.stream().mapToLong(Backlog::batch).max().orElseThrow();
    // Where the commits in between are no longer kept nobody knows what was replaced.
    boolean unbroken =
        scored.isPresent() && batches.stream().anyMatch(commit -> batch(commit) <= scored.get());
    if (!unbroken) {
      return new Everything(upTo);
    }
    long after = scored.get();
    List<Lake.Commit> since = batches.stream().filter(commit -> batch(commit) > after).toList();
    return since.isEmpty() ? new Nothing() : new Batches(after, upTo, days(since), replaced(since));
  }

  private static long batch(Lake.Commit commit) {
    return Long.parseLong(commit.notes().getOrDefault(Notes.BATCH, "0"));
  }

  private static SortedSet<LocalDate> days(List<Lake.Commit> commits) {
    SortedSet<LocalDate> days = new TreeSet<>();
    commits.forEach(
        commit -> days.addAll(DayRanges.parse(commit.notes().getOrDefault(Notes.DAYS, ""))));
    return days;
  }

  private static boolean replaced(List<Lake.Commit> commits) {
    return commits.stream()
        .anyMatch(commit -> Boolean.parseBoolean(commit.notes().get(Notes.REPLACED)));
  }
}
