package org.credence.archive.record;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The beginning of a record, for people who look for what is wrong with it. */
public final class Excerpt {

  /** Bytes that an excerpt may have, in UTF-8. */
  public static final int LIMIT = 500;

  private Excerpt() {}

  /** What can't be decoded is replaced; nothing is cut inside a character. */
  public static String of(byte[] bytes, int offset, int length) {
    String text = new String(bytes, offset, Math.min(length, LIMIT + 8), UTF_8);
    int size = 0;
    int end = 0;
    while (end < text.length()) {
      int point = text.codePointAt(end);
      size += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
      if (size > LIMIT) {
        break;
      }
      end += Character.charCount(point);
    }
    return text.substring(0, end);
  }
}
