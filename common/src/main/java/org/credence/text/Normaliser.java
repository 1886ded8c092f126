package org.credence.text;

import java.text.Normalizer;

/**
 * Copies a post into a reused buffer in Unicode NFC with HTML entities ({@code &amp;}, {@code
 * &#233;}) and literal {@code &#92;u00e9} escapes decoded. One instance per thread.
 */
final class Normaliser {

  private static final int LONGEST_ENTITY = 8;

  private char[] chars = new char[1024];
  private int length;

  char[] chars() {
    return chars;
  }

  int length() {
    return length;
  }

  void of(String text) {
    copy(text);
    if (text.indexOf('&') >= 0 || text.indexOf("\\u") >= 0) {
      decode();
    }
    if (mayNeedComposing()) {
      String copied = new String(chars, 0, length);
      if (!Normalizer.isNormalized(copied, Normalizer.Form.NFC)) {
        copy(Normalizer.normalize(copied, Normalizer.Form.NFC));
      }
    }
  }

  private void copy(String text) {
    length = text.length();
    if (chars.length < length) {
      chars = new char[length * 2];
    }
    text.getChars(0, length, chars, 0);
  }

  /** Latin, general punctuation, arrows, pictures and emoji are composed as they stand. */
  private boolean mayNeedComposing() {
    char[] c = chars;
    for (int i = 0; i < length; i++) {
      if (c[i] >= 0x300 && !isComposed(c[i])) {
        return true;
      }
    }
    return false;
  }

  private static boolean isComposed(char c) {
    return c >= 0x2010 && c < 0x2100
        || c >= 0x2190 && c < 0x2320
        || c >= 0x2460 && c < 0x2a00
        || Character.isSurrogate(c)
        || c >= 0xfe00 && c <= 0xfe0f
        || c >= 0x0400 && c < 0x0483
        || c == 0x200b
        || c == 0x200d;
  }

  private void decode() {
    int to = 0;
    int from = 0;
    while (from < length) {
      char c = chars[from];
      int codePoint = -1;
      int end = from + 1;
      if (c == '\\' && from + 5 < length && chars[from + 1] == 'u') {
        codePoint = number(from + 2, from + 6, 16);
        end = from + 6;
      } else if (c == '&') {
        int semicolon = semicolonAfter(from);
        codePoint = semicolon < 0 ? -1 : entity(from + 1, semicolon);
        end = semicolon + 1;
      }
      if (codePoint < 0) {
        chars[to++] = c;
        from++;
      } else {
        to += Character.toChars(codePoint, chars, to);
        from = end;
      }
    }
    length = to;
  }

  private int semicolonAfter(int at) {
    int end = Math.min(length, at + 2 + LONGEST_ENTITY);
    for (int i = at + 1; i < end; i++) {
      if (chars[i] == ';') {
        return i;
      }
    }
    return -1;
  }

  /** The code point that an entity names, -1 if none that we know. */
  private int entity(int from, int to) {
    if (from < to && chars[from] == '#') {
      boolean hex = from + 1 < to && (chars[from + 1] == 'x' || chars[from + 1] == 'X');
      return hex ? number(from + 2, to, 16) : number(from + 1, to, 10);
    }
    return switch (new String(chars, from, to - from)) {
      case "amp" -> '&';
      case "lt" -> '<';
      case "gt" -> '>';
      case "quot" -> '"';
      case "apos" -> '\'';
      case "nbsp" -> ' ';
      default -> -1;
    };
  }

  private int number(int from, int to, int radix) {
    int value = from < to ? 0 : -1;
    for (int i = from; i < to && value >= 0; i++) {
      int digit = Character.digit(chars[i], radix);
      value = digit < 0 ? -1 : value * radix + digit;
    }
    return value > 0 && value <= Character.MAX_CODE_POINT ? value : -1;
  }
}
