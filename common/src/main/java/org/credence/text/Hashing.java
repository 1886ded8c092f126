package org.credence.text;

/** The hashes of tokens and n-grams; part of every saved model, so they never change. */
final class Hashing {

  private static final long STEP = 0x9e3779b97f4a7c15L;

  private Hashing() {}

  /** Adds one character to a running hash. */
  static long add(long hash, char c) {
    return (hash ^ c) * STEP;
  }

  /** The finaliser of MurmurHash3, 64 bits. */
  static long finish(long hash) {
    long h = hash;
    h ^= h >>> 33;
    h *= 0xff51afd7ed558ccdL;
    h ^= h >>> 33;
    h *= 0xc4ceb9fe1a85ec53L;
    return h ^ h >>> 33;
  }

  /** The finaliser of MurmurHash3, 32 bits. */
  static int finish(int hash) {
    int h = hash;
    h ^= h >>> 16;
    h *= 0x85ebca6b;
    h ^= h >>> 13;
    h *= 0xc2b2ae35;
    return h ^ h >>> 16;
  }

  /** Hash of two finished hashes in order. */
  static long pair(long first, long second) {
    return (first * STEP ^ second) * STEP;
  }

  static long of(CharSequence text) {
    long hash = 0;
    for (int i = 0; i < text.length(); i++) {
      hash = add(hash, text.charAt(i));
    }
    return finish(hash);
  }

  static long of(char[] text, int from, int to) {
    long hash = 0;
    for (int i = from; i < to; i++) {
      hash = add(hash, text[i]);
    }
    return finish(hash);
  }
}
