package org.credence.archive.reviews;

import org.credence.archive.record.Draft;
import org.credence.settings.Digest;
import org.jspecify.annotations.Nullable;

/**
 * An id for a review that has none: made of what it says, about whom, by whom, on which day, so
 * that the same review is the same post in every file.
 */
final class ReviewId {

  private static final int DIGITS = 32;
  private static final long DAY = 86_400_000_000L;

  private ReviewId() {}

  static String of(Draft review, @Nullable String author) {
    long day = Math.floorDiv(review.postedAt, DAY);
    return Digest.of(
            String.valueOf(review.channel),
            String.valueOf(author),
            day,
            String.valueOf(review.rating),
            String.valueOf(review.text))
        .substring(0, DIGITS);
  }
}
