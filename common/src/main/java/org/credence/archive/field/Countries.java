package org.credence.archive.field;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Country codes of platforms as ISO 3166-1. */
public final class Countries {

  private Countries() {}

  /** Two letters in upper case; null for anything else, such as a name. */
  public static @Nullable String iso(@Nullable String code) {
    String upper = code == null ? "" : code.strip().toUpperCase(Locale.ROOT);
    return upper.length() == 2 && isLetter(upper.charAt(0)) && isLetter(upper.charAt(1))
        ? upper
        : null;
  }

  private static boolean isLetter(char c) {
    return c >= 'A' && c <= 'Z';
  }
}
