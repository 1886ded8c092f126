package org.credence.archive.tree;

import java.io.IOException;
import java.io.Reader;

/**
 * A JSON text in which no string is longer than a limit: of what is longer only the beginning is
 * left, with a mark behind it. So a parser holds no more of it, and reads on behind it.
 */
final class CutStrings extends Reader {

  /** Stands where a string was cut: Unicode keeps it free, so that no text ends with it. */
  static final char MARK = '\uFFFF';

  private static final int HEX_DIGITS = 4;

  private final Reader text;
  private final int limit;
  private boolean inString;
  private boolean escaped;
  private boolean cut;

  /** Digits of an escaped character that are still to come. */
  private int digits;

  private int length;

  /**
   * @param limit of characters, as they are written
   */
  CutStrings(Reader text, int limit) {
    this.text = text;
    this.limit = limit;
  }

  @Override
  public int read(char[] to, int offset, int count) throws IOException {
    int kept = 0;
    while (kept == 0) {
      int read = text.read(to, offset, count);
      if (read <= 0) {
        return read;
      }
      kept = keep(to, offset, read);
    }
    return kept;
  }

  private int keep(char[] chars, int offset, int count) {
    int kept = offset;
    for (int i = offset; i < offset + count; i++) {
      char c = chars[i];
      boolean before = cut;
      if (inString) {
        string(c);
      } else {
        begin(c);
      }
      if (!cut) {
        chars[kept++] = c;
      } else if (!before) {
        chars[kept++] = MARK;
      }
    }
    return kept - offset;
  }

  private void begin(char c) {
    inString = c == '"';
    length = 0;
  }

  /** Nothing is cut inside an escaped character. */
  private void string(char c) {
    boolean whole = !escaped && digits == 0;
    length++;
    if (escaped) {
      escaped = false;
      digits = c == 'u' ? HEX_DIGITS : 0;
    } else if (c == '"') {
      inString = false;
      cut = false;
      digits = 0;
    } else {
      digits = Math.max(0, digits - 1);
      escaped = c == '\\';
      cut |= whole && length > limit;
    }
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
