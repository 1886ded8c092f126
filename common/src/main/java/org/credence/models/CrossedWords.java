package org.credence.models;

import java.util.Arrays;
import org.credence.text.Features;

/**
 * Words 1-3 crossed with the group of a text (the augmentation of Daumé 2007, "Frustratingly easy
 * domain adaptation"), and the group by itself: what a word means for one brand is learned beside
 * what it means for all. A group that training did not know gets no weights, so its texts are told
 * by the common features alone. Immutable.
 */
final class CrossedWords {

  /** Length of the block beside the common ones, which have 1 (validated on RepLab 2013). */
  private static final double SIZE = 0.5;

  private static final double GROUP_SIZE = 0.5;

  private static final int MASK = Features.BLOCK - 1;
  private static final int STEP = 0x85ebca6b;

  private final int[] kept;
  private final double[] idf;

  /**
   * @param kept kept buckets of the crossed block, ascending
   * @param idf inverse document frequency of each
   */
  CrossedWords(int[] kept, double[] idf) {
    this.kept = kept;
    this.idf = idf;
  }

  int[] kept() {
    return kept;
  }

  double[] idf() {
    return idf;
  }

  /** Length of the block: a number for each kept bucket. */
  int dimension() {
    return kept.length;
  }

  /** The bucket of the group by itself, then that of each word bucket of the post. */
  static int[] buckets(Features post, String group) {
    int seed = group.hashCode() * STEP;
    int[] buckets = new int[1 + post.wordBuckets()];
    buckets[0] = mixed(seed);
    for (int i = 0; i < post.wordBuckets(); i++) {
      buckets[1 + i] = mixed(seed ^ (post.buckets()[i] + 1));
    }
    return buckets;
  }

  private static int mixed(int x) {
    int h = (x ^ (x >>> 16)) * STEP;
    h = (h ^ (h >>> 13)) * 0xc2b2ae35;
    return (h ^ (h >>> 16)) & MASK;
  }

  /**
   * Adds the block of a post behind what a vector holds already.
   *
   * @param offset index of the first kept bucket in the vector
   * @param size numbers that the vector holds
   * @return numbers that it holds now
   */
  int add(Features post, String group, int offset, int[] index, double[] value, int size) {
    if (group.isEmpty()) {
      return size;
    }
    int[] buckets = buckets(post, group);
    int at = Arrays.binarySearch(kept, buckets[0]);
    double[] sum = new double[buckets.length];
    int[] position = new int[buckets.length];
    int met = 0;
    double square = 0;
    for (int i = 1; i < buckets.length; i++) {
      int found = Arrays.binarySearch(kept, buckets[i]);
      if (found >= 0) {
        double x = Weighting.logCount(post.count(post.buckets()[i - 1])) * idf[found];
        position[met] = found;
        sum[met++] = x;
        square += x * x;
      }
    }
    if (at >= 0) {
      index[size] = offset + at;
      value[size++] = GROUP_SIZE;
    }
    double factor = square > 0 ? SIZE / Math.sqrt(square) : 0;
    for (int i = 0; i < met; i++) {
      index[size] = offset + position[i];
      value[size++] = sum[i] * factor;
    }
    return size;
  }
}
