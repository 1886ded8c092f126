package org.credence.archive.framing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Hands out the bytes before a failure first, where the stream below would lose them. */
final class ByteByByte extends FilterInputStream {

  private @Nullable Exception failure;

  ByteByByte(InputStream in) {
    super(in);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = 0;
    while (count < length && failure == null) {
      int b = step();
      if (b < 0) {
        break;
      }
      bytes[offset + count++] = (byte) b;
    }
    if (count > 0) {
      return count;
    }
    if (failure != null) {
      throw failure instanceof IOException e ? e : new IOException(failure);
    }
    return -1;
  }

  private int step() {
    try {
      return in.read();
    } catch (IOException | RuntimeException e) {
      failure = e;
      return -1;
    }
  }
}
