package org.credence.statistics;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Collects mentions by author in place, in bounded memory: an open hash table of at most twice the
 * sample, cut back to the sample when it is full. Not thread safe.
 */
public final class AuthorSampleBuilder implements Serializable {

  private static final long serialVersionUID = 1;

  /** Twice the sample, so that a cut frees thousands of places at once. */
  private static final int FULL = 2 * AuthorSample.K;

  private long[] ranks = new long[8];
  private boolean[] taken = new boolean[8];
  private byte[] acts = new byte[8];
  private long[] weights = new long[8];
  private long[] negatives = new long[8];
  private long[] positives = new long[8];
  private int size;

  /** Larger ranks can no longer get into the sample. */
  private long limit = Long.MAX_VALUE;

  public AuthorSampleBuilder() {}

  /** Shares the arrays of another one. */
  private AuthorSampleBuilder(AuthorSampleBuilder other) {
    this.ranks = other.ranks;
    this.taken = other.taken;
    this.acts = other.acts;
    this.weights = other.weights;
    this.negatives = other.negatives;
    this.positives = other.positives;
  }

  /**
   * Adds one mention.
   *
   * @param hash of the author: {@link AuthorSample#hash}
   * @param newActs bits of {@link Act}
   * @param weight in ppm; 0 for a mention that has no voice, such as a repost
   * @param negative posterior in ppm
   * @param positive posterior in ppm
   */
  public AuthorSampleBuilder add(
      long hash, int newActs, long weight, long negative, long positive) {
    addSums(
        hash + Long.MIN_VALUE,
        newActs,
        weight,
        FixedPoint.times(weight, negative),
        FixedPoint.times(weight, positive));
    return this;
  }

  /** Adds acts without a voice. */
  public AuthorSampleBuilder add(long hash, int newActs) {
    addSums(hash + Long.MIN_VALUE, newActs, 0, 0, 0);
    return this;
  }

  public AuthorSampleBuilder add(AuthorSample other) {
    for (int i = 0; i < other.ranks.length; i++) {
      addSums(
          other.ranks[i], other.acts[i], other.weights[i], other.negatives[i], other.positives[i]);
    }
    return this;
  }

  public AuthorSampleBuilder add(AuthorSampleBuilder other) {
    return add(other.build());
  }

  public AuthorSample build() {
    long[] kept = smallest();
    int count = kept.length;
    byte[] keptActs = new byte[count];
    long[] keptWeights = new long[count];
    long[] keptNegatives = new long[count];
    long[] keptPositives = new long[count];
    for (int i = 0; i < count; i++) {
      int slot = slot(kept[i]);
      keptActs[i] = acts[slot];
      keptWeights[i] = weights[slot];
      keptNegatives[i] = negatives[slot];
      keptPositives[i] = positives[slot];
    }
    return new AuthorSample(kept, keptActs, keptWeights, keptNegatives, keptPositives);
  }

  static AuthorSample read(VarintReader in) {
    in.expectByte(AuthorSample.FORMAT);
    int count = in.readCount();
    if (count > AuthorSample.CAPACITY) {
      throw new IllegalArgumentException("too many people for a sample: " + count);
    }
    AuthorSampleBuilder sample = new AuthorSampleBuilder();
    long rank = Long.MIN_VALUE;
    for (int i = 0; i < count; i++) {
      rank += in.read();
      sample.addSums(rank, in.readByte(), in.read(), in.read(), in.read());
    }
    in.expectEnd();
    return sample.build();
  }

  private void addSums(long rank, int newActs, long weight, long negative, long positive) {
    if (rank > limit) {
      return;
    }
    int slot = slot(rank);
    if (!taken[slot]) {
      taken[slot] = true;
      ranks[slot] = rank;
      size++;
    }
    acts[slot] |= (byte) newActs;
    weights[slot] += weight;
    negatives[slot] += negative;
    positives[slot] += positive;
    if (size == FULL) {
      limit = smallest()[AuthorSample.K];
      rehash(ranks.length);
    } else if (2 * size > ranks.length) {
      rehash(2 * ranks.length);
    }
  }

  /** The ranks that belong to the sample, ascending. */
  private long[] smallest() {
    long[] present = new long[size];
    int count = 0;
    for (int slot = 0; slot < ranks.length; slot++) {
      if (taken[slot]) {
        present[count++] = ranks[slot];
      }
    }
    Arrays.sort(present);
    return Arrays.copyOf(present, Math.min(size, AuthorSample.CAPACITY));
  }

  /** Moves everybody up to the limit into a new table. */
  private void rehash(int length) {
    AuthorSampleBuilder old = new AuthorSampleBuilder(this);
    ranks = new long[length];
    taken = new boolean[length];
    acts = new byte[length];
    weights = new long[length];
    negatives = new long[length];
    positives = new long[length];
    size = 0;
    for (int i = 0; i < old.ranks.length; i++) {
      if (old.taken[i]) {
        addSums(old.ranks[i], old.acts[i], old.weights[i], old.negatives[i], old.positives[i]);
      }
    }
  }

  // Small hashes share their high bits, so the table goes by the low ones.
  private int slot(long rank) {
    int mask = ranks.length - 1;
    int slot = (int) rank & mask;
    while (taken[slot] && ranks[slot] != rank) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
