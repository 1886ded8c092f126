package org.credence.jobs.simulate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** A review as a row of a review site's export. */
record Review(Firm firm, Post post, String title, int stars) {

  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** Seconds after midnight UTC of the drop's date. */
  private static final int SCRAPED_AT = 2 * 3_600 + 77;

  /** The row as scraped for a drop, with the company's reply if there is one by then. */
  String row(Post version, Optional<Post> reply, LocalDate drop) {
    Instant experienced = post.day().minusDays(3).atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant scraped = drop.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(SCRAPED_AT);
    return Csv.row(
        firm.reviewKey(),
        firm.name(),
        firm.domain(),
        post.id(),
        title,
        post.text(),
        stars,
        post.language(),
        MILLIS.format(post.time()),
        MILLIS.format(experienced),
        post.author().handle(),
        post.language().equals("fr") ? "FR" : "GB",
        "False",
        version.counts().likes(),
        reply.isPresent() ? "True" : "False",
        reply.map(Post::text).orElse(""),
        reply.map(r -> MILLIS.format(r.time())).orElse(""),
        scraped.toString().replace("Z", ".000000+00:00"));
  }
}
