package org.credence.archive.replab;

import static org.credence.archive.framing.JsonValues.count;
import static org.credence.archive.framing.JsonValues.text;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.credence.archive.field.Entities;
import org.credence.archive.field.Languages;
import org.credence.archive.field.Numbers;
import org.credence.archive.field.Times;
import org.credence.archive.framing.JsonMapper;
import org.credence.archive.record.Authors;
import org.credence.archive.record.Draft;
import org.credence.archive.record.Judged;
import org.credence.archive.record.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the platform said of a tweet and nothing else: what people judged about it (related,
 * polarity, topic, priority) and the company it was judged for stay in the archive.
 */
final class ReplabMapper implements JsonMapper {

  private final Authors authors;

  ReplabMapper(Authors authors) {
    this.authors = authors;
  }

  @Override
  public void map(JsonParser in, Judged record) throws IOException {
    Draft post = record.addPost();
    String id = null;
    for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
      in.nextToken();
      switch (name) {
        case "tweet_id" -> id = text(in);
        case "author" -> author(text(in), post);
        case "lang" -> post.language = Languages.iso(text(in));
        case "timestamp" -> post.postedAt = time(text(in));
        case "text" -> post.text = decoded(text(in));
        case "likes" -> post.likes = count(in);
        case "retweets" -> post.shares = count(in);
        default -> in.skipChildren();
      }
    }
    post.postId = Numbers.id(id);
    if (id == null && post.postedAt == Draft.NO_TIME) {
      record.reject(Reason.UNKNOWN_SHAPE);
    } else if (id != null && post.postId == null) {
      record.reject(Reason.UNREADABLE_ID);
    }
  }

  private void author(@Nullable String handle, Draft post) {
    if (handle != null && !handle.isBlank()) {
      post.handleKey = authors.handle(handle);
      post.authorKey = post.handleKey;
    }
  }

  private static @Nullable String decoded(@Nullable String text) {
    return text == null ? null : Entities.decode(text);
  }

  private static long time(@Nullable String seconds) {
    if (seconds == null || seconds.isBlank()) {
      return Draft.NO_TIME;
    }
    Long count = Numbers.count(seconds);
    return count == null ? Draft.UNREADABLE_TIME : Times.seconds(count);
  }
}
