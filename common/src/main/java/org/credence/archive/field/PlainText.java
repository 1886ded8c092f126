package org.credence.archive.field;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** Makes delivered text canonical without changing what was said. */
public final class PlainText {

  /** Stands where bytes or characters could not be decoded. */
  public static final char REPLACEMENT = '\uFFFD';

  /** From here on characters can compose with others; all below are in NFC already. */
  private static final char FIRST_COMBINING = '\u0300';

  private static final String LEADS = "\u00C2\u00C3\u00E2\u00EF\u00F0";

  /** What Windows-1252 has in the place of the control characters 0x80 to 0x9F. */
  private static final String CP1252_LATE =
      "\u20AC\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u017D"
          + "\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u017E\u0178";

  private PlainText() {}

  /** Unicode NFC; half of a surrogate pair becomes the replacement character. */
  public static String canonical(String text) {
    boolean simple = true;
    boolean surrogates = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      simple &= c < FIRST_COMBINING;
      surrogates |= Character.isSurrogate(c);
    }
    if (simple) {
      return text;
    }
    String paired = surrogates ? paired(text) : text;
    return Normalizer.isNormalized(paired, Normalizer.Form.NFC)
        ? paired
        : Normalizer.normalize(paired, Normalizer.Form.NFC);
  }

  private static String paired(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        out = out == null ? new StringBuilder(text) : out;
        out.setCharAt(i, REPLACEMENT);
      }
    }
    return out == null ? text : out.toString();
  }

  /** Whether characters of the text were replaced because their bytes could not be decoded. */
  public static boolean hasReplacements(String text) {
    return text.indexOf(REPLACEMENT) >= 0;
  }

  /**
   * Whether the text is UTF-8 that somebody read as Windows-1252 ({@code \u00C3\u00A9} for {@code
   * \u00E9}). Looks for the five lead bytes of Latin letters, punctuation and emoji, which hardly
   * ever end a word before such signs in a text that is whole.
   */
  public static boolean looksDecodedTwice(String text) {
    for (int i = 0; i + 1 < text.length(); i++) {
      if (LEADS.indexOf(text.charAt(i)) >= 0 && isContinuation(text.charAt(i + 1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isContinuation(char c) {
    return c >= 0x80 && c <= 0xBF || CP1252_LATE.indexOf(c) >= 0;
  }

  /** Null for a text that is absent, blank or a word for nothing. */
  public static @Nullable String orNull(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    return switch (text.strip()) {
      case "null", "None", "NULL", "NaN", "nan" -> null;
      default -> text;
    };
  }
}
