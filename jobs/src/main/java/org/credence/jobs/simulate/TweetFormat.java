package org.credence.jobs.simulate;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A post as a line of a Twitter v1.1 stream. */
final class TweetFormat {

  /** What a client of the 140 characters sees of a longer tweet. */
  private static final int VISIBLE = 116;

  // Fields that are the same in every tweet, as they stand in the stream.
  private static final String NO_REPLY =
      "\"in_reply_to_status_id\":null,\"in_reply_to_status_id_str\":null,"
          + "\"in_reply_to_user_id\":null,\"in_reply_to_user_id_str\":null,"
          + "\"in_reply_to_screen_name\":null";
  private static final String NOWHERE =
      "\"geo\":null,\"coordinates\":null,\"place\":null,\"contributors\":null";
  private static final String NO_PROFILE =
      "\"location\":null,\"url\":null,\"description\":null,\"protected\":false";
  private static final String ACCOUNT =
      "\"created_at\":\"Tue Mar 08 10:12:41 +0000 2016\",\"utc_offset\":null,"
          + "\"time_zone\":null,\"geo_enabled\":false";

  private static final DateTimeFormatter CREATED_AT =
      DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss Z yyyy", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private TweetFormat() {}

  static String line(Post post) {
    Json tweet = tweet(post);
    post.parent()
        .ifPresent(
            parent -> {
              switch (post.kind()) {
                case REPOST -> tweet.raw("retweeted_status", tweet(parent).end());
                case QUOTE ->
                    tweet
                        .number("quoted_status_id", Long.parseLong(parent.id()))
                        .text("quoted_status_id_str", parent.id())
                        .raw("quoted_status", tweet(parent).end());
                case POST, REPLY -> {}
              }
            });
    return tweet.text("timestamp_ms", Long.toString(post.time().toEpochMilli())).end();
  }

  /** A tweet that may not be shown anywhere. */
  static String withheld(Post post) {
    String line = line(post);
    return line.substring(0, line.length() - 1)
        + ",\"withheld_copyright\":true,\"withheld_in_countries\":[\"XY\"]}";
  }

  /** The stream says how many tweets it left out. */
  static String limitNotice(int track, Instant when) {
    String limit =
        Json.ascii()
            .number("track", track)
            .text("timestamp_ms", Long.toString(when.toEpochMilli()))
            .end();
    return Json.ascii().raw("limit", limit).end();
  }

  static String deleteNotice(Post post, Instant when) {
    return notice(post.id(), post.author().id(), when);
  }

  static String notice(String id, String userId, Instant when) {
    String status =
        Json.ascii()
            .number("id", Long.parseLong(id))
            .text("id_str", id)
            .number("user_id", Long.parseLong(userId))
            .text("user_id_str", userId)
            .end();
    String delete =
        Json.ascii()
            .raw("status", status)
            .text("timestamp_ms", Long.toString(when.toEpochMilli()))
            .end();
    return Json.ascii().raw("delete", delete).end();
  }

  static String createdAt(Instant time) {
    return CREATED_AT.format(time);
  }

  private static Json tweet(Post post) {
    boolean longer = post.text().codePointCount(0, post.text().length()) > 140;
    Json tweet =
        Json.ascii()
            .text("created_at", createdAt(post.time()))
            .number("id", Long.parseLong(post.id()))
            .text("id_str", post.id())
            .text("text", longer ? shortened(post) : post.text())
            .text(
                "source", "<a href=\"http://twitter.com\" rel=\"nofollow\">Twitter Web Client</a>")
            .bool("truncated", longer);
    replyTo(tweet, post);
    tweet
        .raw("user", user(post.author(), post.language()))
        .fields(NOWHERE)
        .bool("is_quote_status", post.kind() == Post.Kind.QUOTE);
    if (longer) {
      tweet.raw("extended_tweet", extended(post));
    }
    Counts counts = post.counts();
    return tweet
        .number("quote_count", 0)
        .number("reply_count", counts.comments())
        .number("retweet_count", shares(post))
        .number("favorite_count", counts.likes())
        .raw("entities", Entities.of(longer ? shortened(post) : post.text()))
        .fields("\"favorited\":false,\"retweeted\":false,\"filter_level\":\"low\"")
        .text("lang", post.language());
  }

  /** A repost carries the count of its original, as Twitter delivers it. */
  private static int shares(Post post) {
    return post.kind() == Post.Kind.REPOST
        ? post.parent().orElse(post).counts().shares()
        : post.counts().shares();
  }

  private static void replyTo(Json tweet, Post post) {
    if (post.kind() != Post.Kind.REPLY || post.parent().isEmpty()) {
      tweet.fields(NO_REPLY);
      return;
    }
    Post parent = post.parent().get();
    tweet
        .number("in_reply_to_status_id", Long.parseLong(parent.id()))
        .text("in_reply_to_status_id_str", parent.id())
        .number("in_reply_to_user_id", Long.parseLong(parent.author().id()))
        .text("in_reply_to_user_id_str", parent.author().id())
        .text("in_reply_to_screen_name", parent.author().handle());
  }

  private static String extended(Post post) {
    int length = post.text().codePointCount(0, post.text().length());
    return Json.ascii()
        .text("full_text", post.text())
        .raw("display_text_range", "[0," + length + "]")
        .raw("entities", Entities.of(post.text()))
        .end();
  }

  private static String shortened(Post post) {
    String text = post.text();
    int end = text.offsetByCodePoints(0, VISIBLE);
    return text.substring(0, end) + "… https://t.co/x" + post.id().substring(10);
  }

  private static String user(Author author, String language) {
    return Json.ascii()
        .number("id", Long.parseLong(author.id()))
        .text("id_str", author.id())
        .text("name", author.name())
        .text("screen_name", author.handle())
        .fields(NO_PROFILE)
        .bool("verified", author.verified())
        .number("followers_count", author.followers())
        .number("friends_count", 20 + author.followers() / 3)
        .number("listed_count", author.followers() / 90)
        .number("favourites_count", 2L * author.followers())
        .number("statuses_count", 300 + author.followers())
        .fields(ACCOUNT)
        .text("lang", language)
        .fields("\"default_profile\":true,\"default_profile_image\":false")
        .end();
  }
}
