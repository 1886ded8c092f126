package org.credence.archive;

import java.io.IOException;
import java.io.InputStream;
import org.credence.archive.record.FileFailure;
import org.credence.archive.record.FileFailure.Cause;

/** The bytes of a file; tells failures of the storage from failures of what is in the file. */
final class StoredInput extends InputStream {

  private final InputStream in;

  StoredInput(FileRows.Opener opener) throws FileFailure {
    try {
      in = opener.open();
    } catch (IOException | RuntimeException e) {
      throw new FileFailure(Cause.ofStorage(e), e);
    }
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
    } catch (IOException | RuntimeException e) {
      throw new FileFailure(Cause.ofStorage(e), e);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
