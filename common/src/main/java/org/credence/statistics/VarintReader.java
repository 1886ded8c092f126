package org.credence.statistics;

/** Reads what {@link VarintWriter} wrote; anything else is an IllegalArgumentException. */
final class VarintReader {

  private final byte[] bytes;
  private int position;

  VarintReader(byte[] bytes) {
    this.bytes = bytes;
  }

  int readByte() {
    if (position == bytes.length) {
      throw new IllegalArgumentException("truncated after %d bytes".formatted(position));
    }
    return bytes[position++] & 0xFF;
  }

  long read() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int next = readByte();
      value |= (long) (next & 0x7F) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw new IllegalArgumentException("no varint before byte %d".formatted(position));
  }

  /** A count of things of which each takes at least one byte. */
  int readCount() {
    long count = read();
    if (count < 0 || count > bytes.length - position) {
      throw new IllegalArgumentException("impossible count %d".formatted(count));
    }
    return (int) count;
  }

  void expectByte(int expected) {
    int found = readByte();
    if (found != expected) {
      throw new IllegalArgumentException("expected format %d, found %d".formatted(expected, found));
    }
  }

  void expectEnd() {
    if (position != bytes.length) {
      throw new IllegalArgumentException("%d bytes too many".formatted(bytes.length - position));
    }
  }
}
