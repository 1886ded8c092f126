package org.credence.archive.framing;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * A gzip file of any number of members (RFC 1952), checksums verified. Unlike {@link
 * java.util.zip.GZIPInputStream} it does not ask the stream what is available to find the next
 * member, which remote streams don't know.
 */
final class GzipMembers extends InputStream {

  private static final int HEADER_CRC = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;

  private final InputStream in;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final byte[] input = new byte[1 << 16];
  private int at;
  private int end;
  private boolean inMember;
  private boolean ended;

  GzipMembers(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      while (!ended) {
        if (!inMember && !openMember()) {
          break;
        }
        int count = inflater.inflate(bytes, offset, length);
        if (count > 0) {
          crc.update(bytes, offset, count);
          return count;
        }
        if (inflater.finished()) {
          closeMember();
        } else if (inflater.needsDictionary()) {
          throw new ZipException("preset dictionary");
        } else {
          feed();
        }
      }
      return -1;
    } catch (DataFormatException e) {
      throw new ZipException(e.getMessage());
    }
  }

  private void feed() throws IOException {
    if (!refill()) {
      throw new EOFException("in a member");
    }
    inflater.setInput(input, at, end - at);
    at = end;
  }

  private boolean refill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(input));
    return end > 0;
  }

  /** Padding of zeros behind the last member is passed over. */
  private boolean openMember() throws IOException {
    int first;
    do {
      if (at == end && !refill()) {
        ended = true;
        return false;
      }
      first = next();
    } while (first == 0);
    if (first != 0x1F || next() != 0x8B || next() != 8) {
      throw new ZipException("no gzip member");
    }
    int flags = next();
    skip(6);
    if ((flags & EXTRA) != 0) {
      skip(next() | next() << 8);
    }
    if ((flags & NAME) != 0) {
      skipText();
    }
    if ((flags & COMMENT) != 0) {
      skipText();
    }
    if ((flags & HEADER_CRC) != 0) {
      skip(2);
    }
    inflater.reset();
    inflater.setInput(input, at, end - at);
    at = end;
    crc.reset();
    inMember = true;
    return true;
  }

  private void closeMember() throws IOException {
    at = end - inflater.getRemaining();
    inMember = false;
    if (word() != (int) crc.getValue() || word() != (int) inflater.getBytesWritten()) {
      throw new ZipException("wrong checksum");
    }
  }

  private int word() throws IOException {
    return next() | next() << 8 | next() << 16 | next() << 24;
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      next();
    }
  }

  private void skipText() throws IOException {
    while (next() != 0) {}
  }

  private int next() throws IOException {
    if (at == end && !refill()) {
      throw new EOFException("in a header");
    }
    return input[at++] & 0xFF;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }
}
