package org.credence.text;

import java.util.Arrays;

/**
 * The tokens of one post in a reused buffer: lower-case characters, one space before each token and
 * after the last. Words that stood together ("l'ami", "peut-être") are tokens of their own.
 *
 * <p>To match names or phrases compare {@code buffer()[start(i) .. end(j))}, with single spaces
 * between words, or the hashes of single tokens. Links and handles keep their characters in the
 * buffer (a handle without its "@"), but all links share one hash, and so do all handles.
 */
public final class Tokens {

  /** What a token is. */
  public enum Kind {
    WORD,
    SIGN,
    EMOJI,
    EMOTICON,
    LINK,
    HANDLE
  }

  static final byte KIND_BITS = 7;

  /** Two letters or more, all upper case. */
  static final byte CAPITALS = 16;

  /** A letter three times or more in a row; cut to three. */
  static final byte ELONGATED = 32;

  private static final Kind[] KINDS = Kind.values();

  char[] buffer = new char[2048];
  int[] start = new int[512];
  int[] end = new int[512];
  long[] hash = new long[512];
  byte[] flags = new byte[512];
  int count;

  Tokens() {}

  public int count() {
    return count;
  }

  /** Shared and reused: valid until the next post, never to be changed. */
  public char[] buffer() {
    return buffer;
  }

  public int start(int token) {
    return start[token];
  }

  /** Exclusive. */
  public int end(int token) {
    return end[token];
  }

  /** 64-bit hash of the token's characters; equal to {@link #hashOf} of the same form. */
  public long hash(int token) {
    return hash[token];
  }

  public Kind kind(int token) {
    return KINDS[flags[token] & KIND_BITS];
  }

  /** A new string: for tests and for set-up, not for the loop over posts. */
  public String text(int token) {
    return new String(buffer, start[token], end[token] - start[token]);
  }

  /** The hash of a normalised form: lower case, no spaces. */
  public static long hashOf(CharSequence form) {
    return Hashing.of(form);
  }

  boolean is(int token, Kind kind) {
    return (flags[token] & KIND_BITS) == kind.ordinal();
  }

  /** Makes room for a text of so many characters, which gives at most as many tokens. */
  void reset(int length) {
    count = 0;
    if (buffer.length < 2 * length + 16) {
      buffer = new char[4 * length + 16];
    }
  }

  void add(int from, int to, long tokenHash, int tokenFlags) {
    if (count == start.length) {
      int room = 2 * count;
      start = Arrays.copyOf(start, room);
      end = Arrays.copyOf(end, room);
      hash = Arrays.copyOf(hash, room);
      flags = Arrays.copyOf(flags, room);
    }
    start[count] = from;
    end[count] = to;
    hash[count] = tokenHash;
    flags[count++] = (byte) tokenFlags;
  }
}
