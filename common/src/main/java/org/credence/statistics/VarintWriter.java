package org.credence.statistics;

import java.util.Arrays;

/** Bytes of unsigned varints (LEB128, little end first), the same on every machine. */
final class VarintWriter {

  private byte[] bytes = new byte[64];
  private int size;

  VarintWriter writeByte(int value) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * size);
    }
    bytes[size++] = (byte) value;
    return this;
  }

  /** Any long, read as unsigned: 1 to 10 bytes. */
  VarintWriter write(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      writeByte((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    return writeByte((int) rest);
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }
}
