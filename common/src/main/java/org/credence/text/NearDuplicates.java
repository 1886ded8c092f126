package org.credence.text;

import java.util.Arrays;

/**
 * Finds, for one post after the other, an earlier one that says nearly the same: locality-sensitive
 * hashing of MinHash signatures (Broder 1997; Leskovec, Rajaraman and Ullman, <i>Mining of Massive
 * Datasets</i>, chapter 3), then a look at the sketches themselves.
 *
 * <p>The first post of a cluster founds it and stays what others are compared with, so that a
 * cluster never drifts. 16 bands of 5 hashes miss one of 500 pairs at the least resemblance. Time
 * is linear in the posts, memory about 400 bytes a founder.
 */
public final class NearDuplicates {

  /** Resemblance of sketches from which on two posts say the same. */
  static final double LEAST = 0.8;

  /** No cluster. */
  public static final int NONE = -1;

  private static final int BANDS = 16;
  private static final int ROWS = 5;

  /** Founders of one band that are looked at, the latest first: templates fill some bands. */
  private static final int MOST_LOOKED_AT = 50;

  private int[][] founders = new int[64][];
  private int size;

  /** Of each bucket the last entry + 1, 0 for none; an entry is founder * BANDS + band. */
  private int[] heads = new int[64 * BANDS];

  /** Of each entry the one before it in its bucket, + 1. */
  private int[] before = new int[64 * BANDS];

  /**
   * The cluster of a post: that of the founder it resembles most, the earlier of equals, or a new
   * one.
   *
   * @param sketch of it; an empty one resembles none
   * @return numbers from 0 in the order in which clusters were founded; {@link #NONE} of an empty
   *     sketch
   */
  public int cluster(int[] sketch) {
    if (sketch.length == 0) {
      return NONE;
    }
    int[] bands = bands(sketch);
    int found = find(sketch, bands);
    return found == NONE ? found(sketch, bands) : found;
  }

  /** How many clusters there are. */
  public int size() {
    return size;
  }

  private int find(int[] sketch, int[] bands) {
    int best = NONE;
    double highest = LEAST;
    for (int band = 0; band < BANDS; band++) {
      int entry = heads[bucket(bands[band])];
      for (int looked = 0; entry != 0 && looked < MOST_LOOKED_AT; looked++) {
        int founder = (entry - 1) / BANDS;
        double resemblance = Sketch.resemblance(sketch, founders[founder]);
        if (resemblance > highest || (resemblance == highest && (best == NONE || founder < best))) {
          best = founder;
          highest = resemblance;
        }
        entry = before[entry - 1];
      }
    }
    return best;
  }

  private int found(int[] sketch, int[] bands) {
    if (size == founders.length) {
      grow();
    }
    founders[size] = sketch.clone();
    enter(size, bands);
    return size++;
  }

  private void enter(int founder, int[] bands) {
    for (int band = 0; band < BANDS; band++) {
      int entry = founder * BANDS + band;
      int bucket = bucket(bands[band]);
      before[entry] = heads[bucket];
      heads[bucket] = entry + 1;
    }
  }

  private void grow() {
    int room = Math.multiplyExact(2, founders.length);
    founders = Arrays.copyOf(founders, room);
    heads = new int[Math.multiplyExact(room, BANDS)];
    before = new int[heads.length];
    for (int founder = 0; founder < size; founder++) {
      enter(founder, bands(founders[founder]));
    }
  }

  private int bucket(int band) {
    return band & heads.length - 1;
  }

  /** A hash of the signature's rows of each band. */
  private static int[] bands(int[] sketch) {
    int[] bands = new int[BANDS];
    for (int band = 0; band < BANDS; band++) {
      int hash = band;
      for (int row = 0; row < ROWS; row++) {
        hash = Hashing.finish(31 * hash + smallest(sketch, band * ROWS + row));
      }
      bands[band] = hash;
    }
    return bands;
  }

  /** One hash of the signature: the smallest under a permutation of its own. */
  private static int smallest(int[] sketch, int permutation) {
    int mask = Hashing.finish(0x9e3779b9 * (permutation + 1));
    int smallest = Integer.MAX_VALUE;
    for (int hash : sketch) {
      smallest = Math.min(smallest, Hashing.finish(hash ^ mask));
    }
    return smallest;
  }
}
