package org.credence.archive.twitter;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.credence.archive.field.Entities;
import org.credence.archive.field.Languages;
import org.credence.archive.field.Times;
import org.credence.archive.framing.JsonMapper;
import org.credence.archive.record.Authors;
import org.credence.archive.record.Draft;
import org.credence.archive.record.Judged;
import org.credence.archive.record.Reason;
import org.jspecify.annotations.Nullable;

/** A line of the stream to a post or a notice. */
final class TweetMapper implements JsonMapper {

  private final Authors authors;
  private final Applications applications = new Applications();
  private final Tweet tweet = new Tweet();
  private final Tweet original = new Tweet();

  TweetMapper(Authors authors) {
    this.authors = authors;
  }

  @Override
  public void map(JsonParser in, Judged record) throws IOException {
    tweet.clear();
    original.clear();
    Notice notice = null;
    for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
      JsonToken value = in.nextToken();
      String kind = value == JsonToken.START_OBJECT ? Notices.kind(name) : null;
      if (kind == null) {
        TweetParser.field(in, name, tweet, original);
      } else {
        notice = Notices.read(in, kind);
      }
    }
    if (notice != null && tweet.text == null) {
      notice.judge(record);
    } else if (tweet.id == null && tweet.createdAt == null) {
      record.reject(Reason.UNKNOWN_SHAPE);
    } else if (tweet.withheld) {
      record.outOfScope(Reason.WITHHELD);
    } else {
      fill(record.addPost());
    }
  }

  private void fill(Draft post) {
    post.postId = tweet.id;
    post.postedAt = Times.twitter(tweet.createdAt);
    post.text = text();
    post.language = Languages.iso(tweet.language);
    post.application = applications.name(tweet.source);
    post.parentId = tweet.parent;
    post.originalId = tweet.isRetweet ? original.id : tweet.quoted;
    post.kind = kind();
    if (tweet.handle != null) {
      post.handleKey = authors.handle(tweet.handle);
    }
    post.authorKey = tweet.author == null ? post.handleKey : authors.author(tweet.author);
    post.place = tweet.place;
    post.country = tweet.country;
    post.followers = tweet.followers;
    post.verified = tweet.verified;
    post.likes = tweet.likes;
    // On a retweet this is the count of the original.
    post.shares = tweet.isRetweet ? null : tweet.retweets;
    post.comments = tweet.replies;
  }

  private String kind() {
    if (tweet.isRetweet) {
      return "repost";
    }
    if (tweet.parent != null) {
      return "reply";
    }
    return tweet.quoted != null ? "quote" : "post";
  }

  /** A retweet is cut off where the prefix makes it too long; the original has the rest. */
  private @Nullable String text() {
    String text = tweet.bestText();
    String whole = original.bestText();
    if (text == null) {
      return null;
    }
    boolean cut = text.endsWith("\u2026") || text.endsWith("...");
    if (cut && whole != null && original.handle != null) {
      String repeated = "RT @" + original.handle + ": " + whole;
      return Entities.decode(repeated.length() > text.length() ? repeated : text);
    }
    return Entities.decode(text);
  }
}
