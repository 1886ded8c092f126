package org.credence.archive.framing;

import java.io.IOException;
import java.io.InputStream;

/**
 * Lines of a stream, ended by LF or CRLF; blank lines and a byte order mark at the start are passed
 * over. A line over the limit is skipped without being held, but for its beginning.
 */
public final class Lines {

  private static final byte NEWLINE = '\n';
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final Window window;
  private final int limit;
  private int offset;
  private int length;
  private boolean first = true;
  private boolean tooLong;

  /** The end of the line was not seen yet. */
  private boolean open;

  public Lines(InputStream in, int limit) {
    this.window = new Window(in);
    this.limit = limit;
  }

  /** Moves to the next line; false at the end of the stream. */
  public boolean next() throws IOException {
    do {
      if (open) {
        skipRest();
      }
      if (!find()) {
        return false;
      }
    } while (!tooLong && Bytes.isBlank(window.bytes(), offset, offset + length));
    return true;
  }

  private boolean find() throws IOException {
    int scanned = window.start();
    while (true) {
      int at = Bytes.indexOf(window.bytes(), NEWLINE, scanned, window.end());
      if (at < window.end()) {
        take(at, at + 1);
        return true;
      }
      scanned = window.end();
      if (scanned - window.start() > limit) {
        take(scanned, scanned);
        open = true;
        return true;
      }
      int shift = window.fill();
      if (shift < 0) {
        boolean some = window.end() > window.start();
        take(window.end(), window.end());
        return some;
      }
      scanned -= shift;
    }
  }

  private void take(int lineEnd, int next) {
    byte[] bytes = window.bytes();
    offset = window.start();
    int end = lineEnd > offset && bytes[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
    if (first) {
      first = false;
      offset += startsWithMark(bytes, offset, end) ? MARK.length : 0;
    }
    length = end - offset;
    tooLong = length > limit;
    window.moveTo(next);
  }

  static boolean startsWithMark(byte[] bytes, int from, int to) {
    return to - from >= MARK.length
        && bytes[from] == MARK[0]
        && bytes[from + 1] == MARK[1]
        && bytes[from + 2] == MARK[2];
  }

  private void skipRest() throws IOException {
    open = false;
    window.shrink();
    while (window.fill() >= 0) {
      int at = Bytes.indexOf(window.bytes(), NEWLINE, window.start(), window.end());
      if (at < window.end()) {
        window.moveTo(at + 1);
        return;
      }
      window.moveTo(window.end());
    }
  }

  /** The array that holds the line, until the next one is read. */
  public byte[] bytes() {
    return window.bytes();
  }

  public int offset() {
    return offset;
  }

  public int length() {
    return length;
  }

  /** Whether the line is over the limit; then perhaps only its beginning is here. */
  public boolean tooLong() {
    return tooLong;
  }
}
