package org.credence.archive.framing;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The bytes of a stream from a start that the user moves on, in an array that grows as needed. */
final class Window {

  private static final int INITIAL = 1 << 17;

  /** Bytes behind the last one that may be read as a whole word. */
  private static final int SLACK = 8;

  private final InputStream in;
  private byte[] bytes = new byte[INITIAL + SLACK];
  private int start;
  private int end;
  private boolean ended;

  Window(InputStream in) {
    this.in = in;
  }

  byte[] bytes() {
    return bytes;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /** Lets go of everything before this index. */
  void moveTo(int index) {
    start = index;
  }

  /**
   * Reads more. Indexes move with the bytes: what was at i is at i minus the returned shift.
   *
   * @return the shift, 0 or more; -1 at the end of the stream
   */
  int fill() throws IOException {
    if (ended) {
      return -1;
    }
    int shift = 0;
    if (start > 0 && room() < bytes.length / 2) {
      System.arraycopy(bytes, start, bytes, 0, end - start);
      shift = start;
      end -= start;
      start = 0;
    }
    if (room() < bytes.length / 4) {
      bytes = Arrays.copyOf(bytes, (bytes.length - SLACK) * 2 + SLACK);
    }
    int read = in.read(bytes, end, room());
    if (read < 0) {
      ended = true;
      return shift == 0 ? -1 : shift;
    }
    end += read;
    return shift;
  }

  private int room() {
    return bytes.length - SLACK - end;
  }

  /** Gives the memory of a very long record back. */
  void shrink() {
    if (start == end && bytes.length > INITIAL * 16) {
      bytes = new byte[INITIAL + SLACK];
      start = 0;
      end = 0;
    }
  }
}
