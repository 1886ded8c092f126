package org.credence.archive.framing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.credence.archive.record.FileFailure;
import org.credence.archive.record.FileFailure.Cause;
import org.credence.archive.record.Limits;

/** Ends a file that unpacks to more than the limits allow, as such bombs do. */
final class Bounded extends FilterInputStream {

  /** Bytes up to which no ratio is suspicious: a short text may repeat itself. */
  private static final long SMALL = 64L << 20;

  private final Counted stored;
  private final Limits limits;
  private long given;

  /**
   * @param stored counts what was read to give this
   */
  Bounded(InputStream unpacked, Counted stored, Limits limits) {
    super(unpacked);
    this.stored = stored;
    this.limits = limits;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = in.read(bytes, offset, length);
    given += Math.max(0, read);
    boolean ratio = given > SMALL && given / limits.ratio() > stored.count();
    if (ratio || given > limits.unpacked()) {
      throw new FileFailure(Cause.TOO_LARGE);
    }
    return read;
  }
}
