package org.credence.archive.care;

import org.credence.archive.field.Entities;
import org.credence.archive.field.Numbers;
import org.credence.archive.field.PlainText;
import org.credence.archive.field.Times;
import org.credence.archive.framing.CsvHeader;
import org.credence.archive.framing.CsvMapper;
import org.credence.archive.framing.CsvRow;
import org.credence.archive.record.Authors;
import org.credence.archive.record.Draft;
import org.credence.archive.record.FileFailure;
import org.credence.archive.record.FileFailure.Cause;
import org.credence.archive.record.Judged;
import org.credence.archive.record.Reason;
import org.jspecify.annotations.Nullable;

/** A row to a post or a reply. Extracts of the data set have further columns in front. */
final class CareMapper implements CsvMapper {

  /** Customers have made-up numbers, which must not meet the real ids of Twitter. */
  private static final String MADE_UP = "care:";

  private final Authors authors;
  private final int id;
  private final int author;
  private final int inbound;
  private final int time;
  private final int text;
  private final int parent;

  CareMapper(CsvHeader header, Authors authors) throws FileFailure {
    this.authors = authors;
    id = header.find("tweet_id");
    author = header.find("author_id");
    inbound = header.find("inbound");
    time = header.find("created_at");
    text = header.find("text");
    parent = header.find("in_response_to_tweet_id");
    if (id < 0 || author < 0 || time < 0 || text < 0) {
      throw new FileFailure(Cause.UNKNOWN_HEADER);
    }
  }

  @Override
  public void map(CsvRow row, Judged record) {
    String tweet = row.get(id);
    if (tweet != null && Numbers.id(tweet) == null) {
      record.reject(Reason.UNREADABLE_ID);
      return;
    }
    Draft post = record.addPost();
    post.postId = Numbers.id(tweet);
    post.parentId = Numbers.id(row.get(parent));
    post.kind = post.parentId == null ? "post" : "reply";
    post.postedAt = Times.twitter(row.get(time));
    String said = row.get(text);
    if (said != null) {
      post.damaged = PlainText.looksDecodedTwice(said);
      post.text = Entities.decode(said);
    }
    author(row.get(author), post);
    post.role = "false".equalsIgnoreCase(row.get(inbound)) ? "company" : null;
  }

  private void author(@Nullable String name, Draft post) {
    if (name == null) {
      return;
    }
    if (Numbers.id(name) != null) {
      post.authorKey = authors.author(MADE_UP + name);
    } else {
      post.handleKey = authors.handle(name);
      post.authorKey = post.handleKey;
    }
  }
}
