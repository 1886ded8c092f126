package org.credence.archive.framing;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A stream whose first bytes were looked at; a failure while looking comes after them. */
final class Peeked extends InputStream {

  private static final int SIZE = 1024;

  private final InputStream in;
  private final byte[] head;
  private int given;
  private @Nullable IOException failure;

  /**
   * @throws IOException when not even one byte can be read
   */
  Peeked(InputStream in) throws IOException {
    this.in = in;
    byte[] bytes = new byte[SIZE];
    int size = 0;
    try {
      for (int read = 0; read >= 0 && size < SIZE; size += Math.max(0, read)) {
        read = in.read(bytes, size, SIZE - size);
      }
    } catch (IOException e) {
      if (size == 0) {
        throw e;
      }
      failure = e;
    }
    head = Arrays.copyOf(bytes, size);
  }

  byte[] head() {
    return head;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (given < head.length) {
      int count = Math.min(length, head.length - given);
      System.arraycopy(head, given, bytes, offset, count);
      given += count;
      return count;
    }
    if (failure != null) {
      throw failure;
    }
    return in.read(bytes, offset, length);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
