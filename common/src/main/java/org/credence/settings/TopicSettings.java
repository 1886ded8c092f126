package org.credence.settings;

/**
 * How topics are found.
 *
 * @param enabled whether they are; without it those that were found go
 * @param window nights whose posts a scope begins with, 1 to 365
 * @param smallestScope posts by others in the window that a brand needs in a language to have
 *     topics of its own
 * @param slots topics of a scope at a time, at most, 2 to 500
 * @param largestNight posts of a scope in a night that are learnt from; others only get the topic
 *     that fits best
 */
public record TopicSettings(
    boolean enabled, int window, int smallestScope, int slots, int largestNight) {

  public TopicSettings {
    require(window >= 1 && window <= 365, "topics.window must be 1 to 365");
    require(smallestScope >= 1, "topics.smallest-scope must be at least 1");
    require(slots >= 2 && slots <= 500, "topics.slots must be 2 to 500");
    require(
        largestNight >= 1000 && largestNight <= 1_000_000,
        "topics.largest-night must be 1,000 to 1,000,000");
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
