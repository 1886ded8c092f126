package org.credence.archive.field;

/** Walks over a short text from its start; every step says whether it found what it looked for. */
final class Cursor {

  static final int NONE = -1;

  private final String text;
  private int at;

  Cursor(String text) {
    this.text = text;
  }

  /** A number of so many digits at least and at most, or {@link #NONE}. */
  int number(int fewest, int most) {
    int value = 0;
    int start = at;
    while (at < text.length() && at - start < most && isDigit(text.charAt(at))) {
      value = value * 10 + text.charAt(at++) - '0';
    }
    return at - start < fewest || at < text.length() && isDigit(text.charAt(at)) ? NONE : value;
  }

  /** The digits of a fraction of a second, as microseconds. */
  int micros() {
    int value = 0;
    int digits = 0;
    while (at < text.length() && isDigit(text.charAt(at))) {
      if (digits++ < 6) {
        value = value * 10 + text.charAt(at) - '0';
      }
      at++;
    }
    for (int i = digits; i < 6; i++) {
      value *= 10;
    }
    return digits == 0 ? NONE : value;
  }

  boolean eat(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  /** Any number of spaces, also none. */
  void spaces() {
    while (eat(' ')) {}
  }

  /** The letters from here on. */
  String word() {
    int start = at;
    while (at < text.length() && Character.isLetter(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  boolean ended() {
    return at == text.length();
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
