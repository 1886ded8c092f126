package org.credence.archive.facebook;

import java.time.ZoneId;
import org.credence.archive.field.Numbers;
import org.credence.archive.field.Times;
import org.credence.archive.framing.CsvHeader;
import org.credence.archive.framing.CsvMapper;
import org.credence.archive.framing.CsvRow;
import org.credence.archive.record.Authors;
import org.credence.archive.record.Draft;
import org.credence.archive.record.FileContext;
import org.credence.archive.record.Judged;
import org.credence.archive.record.Reason;
import org.jspecify.annotations.Nullable;

/** A comment on a post of a page, or on another comment. */
final class CommentMapper implements CsvMapper {

  /** Stands for people who don't show their name. */
  private static final String NOBODY = "undiscoverable";

  private final Authors authors;
  private final ZoneId zone;
  private final @Nullable String page;
  private final int id;
  private final int status;
  private final int parent;
  private final int message;
  private final int author;
  private final int time;
  private final int reactions;
  private final int likes;

  CommentMapper(CsvHeader header, FileContext file) {
    authors = file.authors();
    zone = file.source().zone();
    page = Page.name(file);
    id = header.find("comment_id");
    status = header.find("status_id");
    parent = header.find("parent_id");
    message = header.find("comment_message");
    author = header.find("comment_author");
    time = header.find("comment_published");
    reactions = header.find("num_reactions");
    likes = header.find("num_likes");
  }

  @Override
  public void map(CsvRow row, Judged record) {
    String comment = row.get(id);
    if (comment != null && !Page.isId(comment)) {
      record.reject(Reason.UNREADABLE_ID);
      return;
    }
    Draft post = record.addPost();
    post.postId = comment;
    post.kind = "comment";
    post.threadId = row.get(status);
    String answered = row.get(parent);
    post.parentId = answered == null ? post.threadId : answered;
    post.channel = page == null && post.threadId != null ? Page.id(post.threadId) : page;
    post.postedAt = Times.monthFirst(row.get(time), zone);
    String said = row.get(message);
    // A sticker or a picture is a comment without words.
    post.text = said == null ? "" : said;
    String name = row.get(author);
    if (name != null && !name.equals(NOBODY)) {
      post.handleKey = authors.handle(name);
      post.authorKey = post.handleKey;
    }
    post.reactions = Numbers.count(row.get(reactions));
    post.likes = Numbers.count(row.get(likes));
  }
}
