package org.credence.archive.framing;

/** Tells whether bytes are UTF-8. */
final class Utf8 {

  private Utf8() {}

  /** As the Unicode standard has it: no overlong forms, no surrogates, nothing above U+10FFFF. */
  static boolean isValid(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to) {
      if (bytes[i] >= 0) {
        i = Bytes.firstNonAscii(bytes, i, to);
      } else {
        int size = sequence(bytes, i, to);
        if (size == 0) {
          return false;
        }
        i += size;
      }
    }
    return true;
  }

  /** Bytes of the well-formed sequence that starts here, or 0. */
  private static int sequence(byte[] bytes, int i, int to) {
    int lead = bytes[i] & 0xFF;
    int size = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
    if (size == 0 || i + size > to) {
      return 0;
    }
    for (int k = 1; k < size; k++) {
      if ((bytes[i + k] & 0xC0) != 0x80) {
        return 0;
      }
    }
    int second = bytes[i + 1] & 0xFF;
    boolean sound =
        switch (lead) {
          case 0xE0 -> second >= 0xA0;
          case 0xED -> second < 0xA0;
          case 0xF0 -> second >= 0x90;
          case 0xF4 -> second < 0x90;
          default -> true;
        };
    return sound ? size : 0;
  }
}
