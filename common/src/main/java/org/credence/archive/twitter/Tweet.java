package org.credence.archive.twitter;

import org.jspecify.annotations.Nullable;

/** The fields of a tweet that are looked at, as they stand in the JSON. */
final class Tweet {

  @Nullable String id;
  @Nullable String createdAt;
  @Nullable String text;
  @Nullable String fullText;
  @Nullable String source;
  @Nullable String language;
  @Nullable String parent;
  @Nullable String quoted;
  @Nullable String author;
  @Nullable String handle;
  @Nullable Long followers;
  @Nullable Boolean verified;
  @Nullable String place;
  @Nullable String country;
  @Nullable Long likes;
  @Nullable Long retweets;
  @Nullable Long replies;
  boolean isRetweet;
  boolean withheld;

  void clear() {
    id = null;
    createdAt = null;
    text = null;
    fullText = null;
    source = null;
    language = null;
    parent = null;
    quoted = null;
    author = null;
    handle = null;
    followers = null;
    verified = null;
    place = null;
    country = null;
    likes = null;
    retweets = null;
    replies = null;
    isRetweet = false;
    withheld = false;
  }

  /** The whole text where it was delivered, else what stands in its place. */
  @Nullable String bestText() {
    return fullText == null ? text : fullText;
  }
}
