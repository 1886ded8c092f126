package org.credence.text;

import java.util.Arrays;

/**
 * The numbers that models see of one post: counts of hashed word 1-3-grams and of character
 * 2-5-grams inside words, and sums over a {@link Lexicon}.
 *
 * <p>Buckets {@code [0, 2^18)} are the word block, {@code [2^18, 2^19)} the character block; each
 * met bucket stands once, words first, in order of first appearance. Reused from post to post
 * without garbage: one instance per thread, valid until the next {@link #of}.
 */
public final class Features {

  /**
   * Goes up when a text would give other numbers than before: models of another version don't load.
   */
  public static final int VERSION = 1;

  /** Buckets of one block, a power of two. */
  public static final int BLOCK = 1 << 18;

  /** Buckets of both blocks. */
  public static final int BUCKETS = 2 * BLOCK;

  /** Length of {@link #lexiconSums}. */
  public static final int LEXICON_SUMS = LexiconSums.NAMES.size();

  /** Counts stop here: a post that repeats itself for pages says no more. */
  public static final int MAXIMUM_COUNT = 127;

  private static final int TO_BLOCK = Long.SIZE - 18;
  private static final int CHAR_TO_BLOCK = Integer.SIZE - 18;
  private static final int SEED = 0x2127599b;
  private static final int STEP = 0x85ebca6b;
  private static final int MINIMUM_DIGEST_WORDS = 5;

  private final Tokeniser tokeniser = new Tokeniser();
  private final byte[] counts = new byte[BUCKETS];
  private final double[] lexiconSums = new double[LEXICON_SUMS];
  private Tokens tokens = tokeniser.of("");
  private int[] buckets = new int[1 << 12];
  private int wordBuckets;
  private int size;

  /** Reads a post; everything this object says is about it from now on. */
  public Features of(String text) {
    return tokensOf(text).counted();
  }

  /**
   * Reads no more than the tokens of a post: enough to find a name in it, which most posts don't
   * hold. {@link #counted} does the rest.
   */
  public Features tokensOf(String text) {
    forget();
    tokens = tokeniser.of(text);
    wordBuckets = 0;
    return this;
  }

  /** Counts what {@link #tokensOf} has read; call it once. */
  public Features counted() {
    countWords();
    wordBuckets = size;
    countCharacters();
    return this;
  }

  public Tokens tokens() {
    return tokens;
  }

  /** Met buckets: {@code buckets()[0 .. size())}, the first {@link #wordBuckets} of words. */
  public int[] buckets() {
    return buckets;
  }

  public int wordBuckets() {
    return wordBuckets;
  }

  public int size() {
    return size;
  }

  /** How often the post has this bucket, 0 to {@link #MAXIMUM_COUNT}. */
  public int count(int bucket) {
    return counts[bucket];
  }

  /** {@link #LEXICON_SUMS} numbers, before any scaling; overwritten by the next call. */
  public double[] lexiconSums(Lexicon lexicon) {
    LexiconSums.of(tokens, lexicon, lexiconSums);
    return lexiconSums;
  }

  /**
   * 64-bit hash of the words in order, without links, handles, signs and emoji, so that copies of a
   * text share it; 0 when there are fewer than 5 words.
   */
  public long textDigest() {
    long digest = 0;
    int words = 0;
    for (int i = 0; i < tokens.count; i++) {
      if (tokens.is(i, Tokens.Kind.WORD)) {
        digest = Hashing.pair(digest, tokens.hash[i]);
        words++;
      }
    }
    if (words < MINIMUM_DIGEST_WORDS) {
      return 0;
    }
    long finished = Hashing.finish(digest);
    return finished == 0 ? 1 : finished;
  }

  private void forget() {
    for (int i = 0; i < size; i++) {
      counts[buckets[i]] = 0;
    }
    size = 0;
  }

  private void countWords() {
    makeRoom(3 * tokens.count);
    long[] hash = tokens.hash;
    for (int i = 0; i < tokens.count; i++) {
      meet((int) (hash[i] >>> TO_BLOCK));
      if (i > 0) {
        long two = Hashing.pair(hash[i - 1], hash[i]);
        meet((int) (two >>> TO_BLOCK));
        if (i > 1) {
          meet((int) (Hashing.pair(Hashing.pair(hash[i - 2], hash[i - 1]), hash[i]) >>> TO_BLOCK));
        }
      }
    }
  }

  /** Words and signs with the space before and after them; links and handles say nothing here. */
  private void countCharacters() {
    for (int i = 0; i < tokens.count; i++) {
      int kind = tokens.flags[i] & Tokens.KIND_BITS;
      if (kind < Tokens.Kind.LINK.ordinal()) {
        int from = tokens.start[i] - 1;
        int to = tokens.end[i] + 1;
        makeRoom(4 * (to - from));
        countCharacters(tokens.buffer, from, to);
      }
    }
  }

  private void countCharacters(char[] b, int from, int to) {
    for (int i = from; i + 2 <= to; i++) {
      int gram = (SEED ^ b[i]) * STEP;
      int last = Math.min(i + 5, to);
      for (int j = i + 1; j < last; j++) {
        gram = (gram ^ b[j]) * STEP + 1;
        meet(BLOCK + (Hashing.finish(gram) >>> CHAR_TO_BLOCK));
      }
    }
  }

  private void meet(int bucket) {
    int count = counts[bucket];
    if (count == 0) {
      buckets[size++] = bucket;
    }
    if (count < MAXIMUM_COUNT) {
      counts[bucket] = (byte) (count + 1);
    }
  }

  private void makeRoom(int more) {
    if (size + more > buckets.length) {
      buckets = Arrays.copyOf(buckets, 2 * (size + more));
    }
  }
}
