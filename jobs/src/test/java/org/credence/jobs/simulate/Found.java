package org.credence.jobs.simulate;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What a record of the archive turned out to be.
 *
 * @param posts none for a broken record or a notice; two for a review with an answer
 * @param erases id of the post that a notice erases, else empty
 */
record Found(List<FoundPost> posts, String erases) {

  static final Found BROKEN = new Found(List.of(), "");
  static final Found WITHHELD = new Found(List.of(), "withheld");
  static final Found MESSAGE = new Found(List.of(), "nothing");

  /**
   * @param author platform's id or handle
   * @param accounts account that wrote it, and "page:" with the page under which it stands
   */
  record FoundPost(
      String platform,
      String id,
      String author,
      Set<String> accounts,
      String kind,
      Instant time,
      String language,
      String text,
      Responses responses) {}

  /** Counts as delivered, 0 where the source has none. */
  record Responses(long likes, long shares, long comments) {

    static final Responses NONE = new Responses(0, 0, 0);
  }
}
