package org.credence.archive.facebook;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.credence.archive.record.FileContext;
import org.jspecify.annotations.Nullable;

/** The page that a file or a post belongs to. */
final class Page {

  private static final Pattern EXPORT =
      Pattern.compile("(.+?)_facebook_(?:statuses|comments)\\b.*");
  private static final Pattern ID = Pattern.compile("[0-9]+(?:_[0-9]+)?");

  private Page() {}

  /** Its name in lower case, from the name of the file; null when that tells nothing. */
  static @Nullable String name(FileContext file) {
    Matcher export = EXPORT.matcher(file.name());
    return export.matches() ? export.group(1).toLowerCase(Locale.ROOT) : null;
  }

  /** {@code 228735667216} of {@code 228735667216_10154433514712217}. */
  static @Nullable String id(String statusId) {
    int end = statusId.indexOf('_');
    return end < 0 ? null : statusId.substring(0, end);
  }

  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }
}
