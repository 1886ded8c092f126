package org.credence.archive.record;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A post as a format understands it, before it becomes a row. Mutable and used again for every
 * record. Null means not delivered. Fields have the meaning of {@link org.credence.lake.Posts};
 * times are microseconds since 1970 (UTC), or {@link #NO_TIME} or {@link #UNREADABLE_TIME}.
 */
public final class Draft {

  /** No time was delivered. */
  public static final long NO_TIME = Long.MIN_VALUE;

  /** Something was delivered that is no time. */
  public static final long UNREADABLE_TIME = Long.MIN_VALUE + 1;

  public @Nullable String postId;
  public @Nullable String parentId;
  public @Nullable String threadId;
  public @Nullable String originalId;
  public String kind = "post";
  public @Nullable String channel;
  public @Nullable String authorKey;
  public @Nullable String handleKey;
  public @Nullable Long followers;
  public @Nullable Boolean verified;
  public @Nullable String role;
  public @Nullable String text;
  public @Nullable String language;
  public @Nullable String url;
  public @Nullable String application;
  public @Nullable String place;
  public @Nullable String country;
  public @Nullable Double rating;
  public @Nullable Double ratingShare;
  public long postedAt;
  public long editedAt;
  public long fetchedAt;
  public @Nullable Long likes;
  public @Nullable Long reactions;
  public @Nullable Long shares;
  public @Nullable Long comments;
  public @Nullable Long views;

  /** Counts by kind; none delivered when it is empty. */
  public final SortedMap<String, Long> reactionKinds = new TreeMap<>();

  public @Nullable String media;
  public @Nullable String answerId;
  public @Nullable Boolean accepted;
  public @Nullable String topicKind;
  public @Nullable String topicStatus;
  public boolean damaged;

  void clear() {
    postId = null;
    parentId = null;
    threadId = null;
    originalId = null;
    kind = "post";
    channel = null;
    authorKey = null;
    handleKey = null;
    followers = null;
    verified = null;
    role = null;
    text = null;
    language = null;
    url = null;
    application = null;
    place = null;
    country = null;
    rating = null;
    ratingShare = null;
    postedAt = NO_TIME;
    editedAt = NO_TIME;
    fetchedAt = NO_TIME;
    likes = null;
    reactions = null;
    shares = null;
    comments = null;
    views = null;
    reactionKinds.clear();
    media = null;
    answerId = null;
    accepted = null;
    topicKind = null;
    topicStatus = null;
    damaged = false;
  }

  /**
   * Counts reactions of one kind.
   *
   * @param count null when it was not delivered
   */
  public void reacted(String kind, @Nullable Long count) {
    if (count != null) {
      reactionKinds.put(kind, count);
    }
  }

  public static boolean isTime(long time) {
    return time != NO_TIME && time != UNREADABLE_TIME;
  }
}
