package org.credence.archive.field;

import org.jspecify.annotations.Nullable;

/** Counts, ids and ratings that are written as text. */
public final class Numbers {

  private static final int LONGEST = 18;

  private Numbers() {}

  /**
   * A count: digits, possibly with {@code .0} behind them (a column that went through a float), or
   * with a plus ("100+", at least so many, taken as that many). Null when it is none.
   */
  public static @Nullable Long count(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String stripped = text.strip();
    String digits =
        stripped.endsWith("+") ? stripped.substring(0, stripped.length() - 1) : integer(stripped);
    return isDigits(digits) && digits.length() <= LONGEST ? Long.valueOf(digits) : null;
  }

  /** An id of digits, without the {@code .0} of a float column; null when it is none. */
  public static @Nullable String id(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String digits = integer(text.strip());
    return isDigits(digits) ? digits : null;
  }

  /** A decimal number, or null. */
  public static @Nullable Double decimal(@Nullable String text) {
    if (text == null || text.isBlank() || text.length() > LONGEST) {
      return null;
    }
    try {
      double value = Double.parseDouble(text.strip().replace(',', '.'));
      return Double.isFinite(value) ? value : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static String integer(String text) {
    int point = text.indexOf('.');
    boolean whole = point > 0 && text.chars().skip(point + 1L).allMatch(c -> c == '0');
    return whole ? text.substring(0, point) : text;
  }

  private static boolean isDigits(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
