package org.credence.archive.facebook;

import java.time.ZoneId;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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

/** A post of a page; the page itself wrote it. A post without words has the title of its link. */
final class StatusMapper implements CsvMapper {

  /** Reactions that came in 2016, one column each; likes have a field of their own. */
  private static final Map<String, String> KINDS =
      Map.of(
          "love", "num_loves",
          "wow", "num_wows",
          "haha", "num_hahas",
          "sad", "num_sads",
          "angry", "num_angrys");

  private final Authors authors;
  private final ZoneId zone;
  private final @Nullable String page;
  private final int id;
  private final int message;
  private final int title;
  private final int time;
  private final int reactions;
  private final SortedMap<String, Integer> kinds = new TreeMap<>();
  private final int likes;
  private final int comments;
  private final int shares;

  StatusMapper(CsvHeader header, FileContext file) {
    authors = file.authors();
    zone = file.source().zone();
    page = Page.name(file);
    id = header.find("status_id");
    message = header.find("status_message");
    title = header.find("link_name");
    time = header.find("status_published");
    reactions = header.find("num_reactions");
    likes = header.find("num_likes");
    KINDS.forEach((kind, column) -> kinds.put(kind, header.find(column)));
    comments = header.find("num_comments");
    shares = header.find("num_shares");
  }

  @Override
  public void map(CsvRow row, Judged record) {
    String status = row.get(id);
    if (status != null && !Page.isId(status)) {
      record.reject(Reason.UNREADABLE_ID);
      return;
    }
    Draft post = record.addPost();
    post.postId = status;
    post.postedAt = Times.monthFirst(row.get(time), zone);
    post.text = text(row);
    String pageId = status == null ? null : Page.id(status);
    post.channel = page == null ? pageId : page;
    if (post.channel != null) {
      post.handleKey = authors.handle(post.channel);
    }
    post.authorKey = pageId == null ? post.handleKey : authors.author(pageId);
    post.role = "company";
    post.reactions = Numbers.count(row.get(reactions));
    post.likes = Numbers.count(row.get(likes));
    kinds.forEach((kind, column) -> post.reacted(kind, Numbers.count(row.get(column))));
    post.comments = Numbers.count(row.get(comments));
    post.shares = Numbers.count(row.get(shares));
  }

  private String text(CsvRow row) {
    String said = row.get(message);
    if (said != null) {
      return said;
    }
    String linked = row.get(title);
    return linked == null ? "" : linked;
  }
}
