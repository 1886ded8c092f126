package org.credence.archive.field;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Language codes of platforms as ISO 639-1. */
public final class Languages {

  private Languages() {}

  /** Two letters in lower case; null for anything else, such as und, qme or ckb. */
  public static @Nullable String iso(@Nullable String code) {
    if (code == null || code.length() < 2) {
      return null;
    }
    int dash = code.indexOf('-') < 0 ? code.indexOf('_') : code.indexOf('-');
    String bare = (dash < 0 ? code : code.substring(0, dash)).toLowerCase(Locale.ROOT);
    return switch (bare) {
      case "in" -> "id";
      case "iw" -> "he";
      case "ji" -> "yi";
      case "xx" -> null;
      default ->
          bare.length() == 2 && isLetter(bare.charAt(0)) && isLetter(bare.charAt(1)) ? bare : null;
    };
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }
}
