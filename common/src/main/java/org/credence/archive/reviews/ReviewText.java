package org.credence.archive.reviews;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Title and body as one text, each thing said once. */
final class ReviewText {

  private static final Pattern DATE =
      Pattern.compile("\\s*Date of experience: [A-Z][a-z]+ \\d{1,2}, \\d{4}\\s*$");
  private static final Pattern CUT = Pattern.compile("(\\.\\.\\.|\u2026)\\s*See more\\s*$");

  private ReviewText() {}

  /** A title that only repeats how the body begins, as sites make them, is left out. */
  static @Nullable String of(@Nullable String title, @Nullable String body) {
    String said = body == null ? "" : CUT.matcher(body).replaceFirst("$1").strip();
    String heading = title == null ? "" : title.strip();
    if (heading.isEmpty() || startsWith(said, heading)) {
      return said.isEmpty() ? null : said;
    }
    return said.isEmpty() ? heading : heading + "\n" + said;
  }

  /** The same for a body into which the title was glued, and behind it the day of the visit. */
  static @Nullable String unglued(@Nullable String title, @Nullable String body) {
    String said = body == null ? "" : DATE.matcher(body).replaceFirst("");
    boolean glued = title != null && said.startsWith(title);
    return of(title, glued && title != null ? said.substring(title.length()) : said);
  }

  private static boolean startsWith(String body, String title) {
    boolean cut = title.endsWith("\u2026");
    return body.startsWith(cut ? title.substring(0, title.length() - 1).stripTrailing() : title);
  }
}
