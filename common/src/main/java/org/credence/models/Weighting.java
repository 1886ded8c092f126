package org.credence.models;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.credence.text.Features;
import org.credence.text.Lexicon;

/**
 * How counts become the vector that a linear model sees: {@code log2(1 + count) * idf} over the
 * kept buckets, unit length for words and for characters each, then the standardised lexicon sums.
 *
 * <p>Only buckets seen in two training posts or more are kept, and they are numbered without gaps,
 * so that the vector is as short as the training set allows. Immutable.
 */
final class Weighting implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final double[] LOG2 = new double[Features.MAXIMUM_COUNT + 1];

  static {
    for (int count = 1; count < LOG2.length; count++) {
      LOG2[count] = StrictMath.log(1 + count) / StrictMath.log(2);
    }
  }

  private final String language;
  private final int[] kept;
  private final double[] idf;
  private final LexiconScale lexiconScale;

  /**
   * @param kept kept buckets, ascending
   * @param idf inverse document frequency of each
   */
  Weighting(String language, int[] kept, double[] idf, LexiconScale lexiconScale) {
    this.language = language;
    this.kept = kept;
    this.idf = idf;
    this.lexiconScale = lexiconScale;
  }

  String language() {
    return language;
  }

  int[] kept() {
    return kept;
  }

  double[] idf() {
    return idf;
  }

  LexiconScale lexiconScale() {
    return lexiconScale;
  }

  /** Length of the vectors. */
  int dimension() {
    return kept.length + Features.LEXICON_SUMS;
  }

  static double logCount(int count) {
    return LOG2[count];
  }

  /** The vector of a post: kept buckets in ascending order, then the lexicon sums. */
  Vector vector(Features post) {
    int[] met = Arrays.copyOf(post.buckets(), post.size());
    Arrays.sort(met);
    int[] index = new int[met.length + Features.LEXICON_SUMS];
    double[] value = new double[index.length];
    int size = 0;
    int at = 0;
    int words = 0;
    for (int bucket : met) {
      at = position(bucket, at);
      if (at < kept.length && kept[at] == bucket) {
        index[size] = at;
        value[size++] = LOG2[post.count(bucket)] * idf[at];
        words = bucket < Features.BLOCK ? size : words;
      }
    }
    toUnitLength(value, 0, words);
    toUnitLength(value, words, size);
    double[] sums = post.lexiconSums(Lexicon.of(language));
    for (int i = 0; i < sums.length; i++) {
      index[size] = kept.length + i;
      value[size++] = lexiconScale.scaled(i, sums[i]);
    }
    return Vectors.sparse(dimension(), Arrays.copyOf(index, size), Arrays.copyOf(value, size));
  }

  private int position(int bucket, int from) {
    int found = Arrays.binarySearch(kept, from, kept.length, bucket);
    return found < 0 ? -found - 1 : found;
  }

  private static void toUnitLength(double[] value, int from, int to) {
    double square = 0;
    for (int i = from; i < to; i++) {
      square += value[i] * value[i];
    }
    if (square == 0) {
      return; // Only what every post has, whose idf is 0.
    }
    double length = Math.sqrt(square);
    for (int i = from; i < to; i++) {
      value[i] /= length;
    }
  }
}
