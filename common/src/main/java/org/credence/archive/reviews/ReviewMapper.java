package org.credence.archive.reviews;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.credence.archive.field.Numbers;
import org.credence.archive.field.Times;
import org.credence.archive.framing.CsvMapper;
import org.credence.archive.framing.CsvRow;
import org.credence.archive.record.Authors;
import org.credence.archive.record.Draft;
import org.credence.archive.record.Judged;
import org.jspecify.annotations.Nullable;

/** A row to a review and, where the company answered, its reply. */
final class ReviewMapper implements CsvMapper {

  private static final double WORST = 1;
  private static final double BEST = 5;

  /** Stand where a scraper saw no reply, or only that there is one. */
  private static final Set<String> NO_REPLY =
      Set.of("no reply", "company has responded to this review.");

  /** Before the day of the last change, where a site shows that in the place of the first day. */
  private static final String UPDATED = "Updated ";

  private final ReviewColumns columns;
  private final Authors authors;
  private final ZoneId zone;

  ReviewMapper(ReviewColumns columns, Authors authors, ZoneId zone) {
    this.columns = columns;
    this.authors = authors;
    this.zone = zone;
  }

  @Override
  public void map(CsvRow row, Judged record) {
    Draft review = record.addPost();
    review.kind = "review";
    String company = row.get(columns.company());
    review.channel = company == null ? null : company.strip().toLowerCase(Locale.ROOT);
    times(row.get(columns.time()), review);
    review.fetchedAt = Times.read(row.get(columns.fetched()), zone);
    review.text = text(row);
    review.language = language(row.get(columns.language()));
    review.url = row.get(columns.url());
    review.likes = Numbers.count(row.get(columns.likes()));
    rating(Numbers.decimal(row.get(columns.rating())), review);
    author(row, review);
    String id = row.get(columns.id());
    review.postId = id == null ? ReviewId.of(review, row.get(columns.author())) : id;
    reply(row, review, record);
  }

  /** What was changed is shown as of its last change, the only day that is known. */
  private void times(@Nullable String time, Draft post) {
    if (time != null && time.startsWith(UPDATED)) {
      post.postedAt = Times.read(time.substring(UPDATED.length()), zone);
      post.editedAt = post.postedAt;
    } else {
      post.postedAt = Times.read(time, zone);
    }
  }

  private @Nullable String text(CsvRow row) {
    String title = row.get(columns.title());
    String body = row.get(columns.text());
    return columns.gluedTitle() ? ReviewText.unglued(title, body) : ReviewText.of(title, body);
  }

  private static void rating(@Nullable Double rating, Draft review) {
    if (rating != null && rating >= WORST && rating <= BEST) {
      review.rating = rating;
      review.ratingShare = (rating - WORST) / (BEST - WORST);
    }
  }

  /** Codes in capitals are countries, whatever the column is called. */
  private static @Nullable String language(@Nullable String code) {
    return code != null && code.matches("[a-z]{2}(?:[-_].*)?") ? code.substring(0, 2) : null;
  }

  private void author(CsvRow row, Draft review) {
    String name = row.get(columns.author());
    String id = row.get(columns.authorId());
    review.handleKey = name == null ? null : authors.handle(name.strip());
    review.authorKey = id == null ? review.handleKey : authors.author(id);
  }

  private void reply(CsvRow row, Draft review, Judged record) {
    String said = row.get(columns.reply());
    if (said == null || NO_REPLY.contains(said.strip().toLowerCase(Locale.ROOT))) {
      return;
    }
    Draft reply = record.addPost();
    reply.kind = "reply";
    reply.postId = review.postId + "/reply";
    reply.parentId = review.postId;
    reply.threadId = review.postId;
    reply.channel = review.channel;
    reply.text = said.strip();
    times(row.get(columns.replyTime()), reply);
    reply.fetchedAt = review.fetchedAt;
    reply.role = "company";
    if (reply.channel != null) {
      reply.handleKey = authors.handle(reply.channel);
      reply.authorKey = reply.handleKey;
    }
  }
}
