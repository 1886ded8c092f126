package org.credence.topics;

/**
 * What became of a topic in a night.
 *
 * @param id of the topic
 * @param kin the topic that it was split from, or that it went into; 0 for none
 * @param posts of the night that are in it, copies once
 * @param evidence for the change, in nats: the log Bayes factor of a birth, split or merge, the
 *     negative log probability of so few posts for a retirement; 0 without a change
 */
public record TopicState(long id, Kind kind, long kin, int posts, double evidence) {

  /** The states of a topic. */
  public enum Kind {
    CONTINUED,
    /** From posts that fitted nowhere. */
    BORN,
    /** Has parted from {@code kin}, which goes on. */
    SPLIT,
    /** Has become one with {@code kin}, which goes on. */
    MERGED,
    /** Nobody talks about it any more. */
    RETIRED
  }
}
