package org.credence.archive.framing;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.credence.archive.record.FileFailure;
import org.credence.archive.record.FileFailure.Cause;

/** What a decompressor gives; whatever it throws says that the file is damaged or cut off. */
final class Unpacked extends FilterInputStream {

  Unpacked(InputStream decompressor) {
    super(decompressor);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      return in.read(bytes, offset, length);
    } catch (FileFailure e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw failure(e);
    }
  }

  /** Decompressors tell an early end in three ways, and answer damaged data with index errors. */
  static FileFailure failure(Exception e) {
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    boolean cut =
        e instanceof EOFException
            || message.contains("truncated")
            || message.contains("unexpected end");
    return new FileFailure(cut ? Cause.TRUNCATED_FILE : Cause.CORRUPT_COMPRESSION, e);
  }
}
