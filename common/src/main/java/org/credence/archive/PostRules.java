package org.credence.archive;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.credence.archive.field.PlainText;
import org.credence.archive.record.Draft;
import org.credence.archive.record.FileContext;
import org.credence.archive.record.Reason;
import org.jspecify.annotations.Nullable;

/** What every post must be, whatever its format. */
final class PostRules {

  /** No network of today delivers posts from before. */
  private static final long EARLIEST = micros(LocalDate.of(2004, 1, 1));

  /** Days from the start of the drop's day, for zones ahead of UTC and late files. */
  private static final int LATEST_DAYS = 2;

  private final long latest;
  private final @Nullable String onlyLanguage;

  PostRules(FileContext file) {
    latest = micros(file.drop().plusDays(LATEST_DAYS));
    onlyLanguage = file.source().onlyLanguage().orElse(null);
  }

  private static long micros(LocalDate date) {
    return date.atStartOfDay().toEpochSecond(ZoneOffset.UTC) * 1_000_000;
  }

  /** Completes the post; or says why it is none. */
  @Nullable Reason broken(Draft post) {
    if (post.postId == null || post.postId.isEmpty()) {
      return Reason.MISSING_ID;
    }
    if (!Draft.isTime(post.postedAt)) {
      return post.postedAt == Draft.NO_TIME ? Reason.MISSING_TIME : Reason.UNREADABLE_TIME;
    }
    if (post.postedAt < EARLIEST || post.postedAt > latest) {
      return Reason.IMPLAUSIBLE_TIME;
    }
    String text = post.text;
    if (text != null) {
      String canonical = PlainText.canonical(text);
      post.text = canonical;
      post.damaged |= PlainText.hasReplacements(canonical);
      post.language = post.language == null ? onlyLanguage : post.language;
      return null;
    }
    return post.rating == null ? Reason.MISSING_TEXT : rated(post);
  }

  /** A rating stands without words, which then have no language: no model may score them. */
  private static @Nullable Reason rated(Draft post) {
    post.text = "";
    post.language = null;
    return null;
  }
}
