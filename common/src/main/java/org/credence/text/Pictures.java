package org.credence.text;

/** Emoji beyond the basic plane. */
final class Pictures {

  private Pictures() {}

  /** Skin tones and tags change a picture's look, not what it says. */
  static boolean isInvisible(int codePoint) {
    return codePoint >= 0x1f3fb && codePoint <= 0x1f3ff
        || codePoint >= 0xe0000 && codePoint <= 0xe01ef;
  }

  /** Two regional indicators in a row. */
  static boolean isFlag(char[] text, int at, int length) {
    return at + 3 < length && isIndicator(text, at) && isIndicator(text, at + 2);
  }

  private static boolean isIndicator(char[] text, int at) {
    return text[at] == '\ud83c' && text[at + 1] >= '\udde6' && text[at + 1] <= '\uddff';
  }
}
