package org.credence.text;

/** What a UTF-16 unit can be in a post: two tables, looked up once per character. */
final class CharClass {

  static final byte SPACE = 0;
  static final byte WORD = 1;
  static final byte SIGN = 2;

  /** Dingbats and other pictures of the basic plane, such as U+2764 heavy black heart. */
  static final byte PICTURE = 3;

  /** Variation selectors, joiners, soft hyphens, direction marks: nothing a reader sees. */
  static final byte INVISIBLE = 4;

  /** Half of a pair; most pairs in posts are emoji. */
  static final byte SURROGATE = 5;

  private static final byte[] CLASS = new byte[1 << 16];
  private static final char[] FOLDED = new char[1 << 16];

  static {
    for (int c = 0; c < CLASS.length; c++) {
      CLASS[c] = classify((char) c);
      FOLDED[c] = fold((char) c);
    }
  }

  private CharClass() {}

  static byte of(char c) {
    return CLASS[c];
  }

  static boolean isWord(char c) {
    return CLASS[c] == WORD;
  }

  /** Lower case; typographic quotes and dashes as their plain form. */
  static char folded(char c) {
    return FOLDED[c];
  }

  static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2019' || c == '\u02bc' || c == '\uff07';
  }

  private static byte classify(char c) {
    if (Character.isSurrogate(c)) {
      return SURROGATE;
    }
    if (isInvisible(c)) {
      return INVISIBLE;
    }
    if (isApostrophe(c)) {
      return SIGN;
    }
    int type = Character.getType(c);
    if (Character.isLetterOrDigit(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK) {
      return WORD;
    }
    if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)) {
      return SPACE;
    }
    return type == Character.OTHER_SYMBOL && c >= 0x2190 ? PICTURE : SIGN;
  }

  private static boolean isInvisible(char c) {
    return Character.getType(c) == Character.FORMAT
        || c >= 0xfe00 && c <= 0xfe0f
        || c == 0x20e3
        || c == 0x034f;
  }

  private static char fold(char c) {
    return switch (c) {
      case '\u2018', '\u2019', '\u02bc', '\uff07' -> '\'';
      case '\u201c', '\u201d', '\u201e', '\u00ab', '\u00bb' -> '"';
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014' -> '-';
      default -> Character.toLowerCase(c);
    };
  }
}
