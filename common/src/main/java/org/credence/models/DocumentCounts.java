package org.credence.models;

import org.credence.text.Features;
import org.credence.text.Lexicon;

/** In how many training posts each bucket stands, and how lexicon sums spread. */
public final class DocumentCounts {

  private final int[] posts = new int[Features.BUCKETS];
  private final double[] sum = new double[Features.LEXICON_SUMS];
  private final double[] square = new double[Features.LEXICON_SUMS];
  private final String language;
  private final Lexicon lexicon;
  private long total;

  DocumentCounts(String language) {
    this.language = language;
    this.lexicon = Lexicon.of(language);
  }

  /**
   * @param language ISO 639-1 code: decides the lexicon
   * @param texts training posts, in any order that is the same next time
   */
  public static DocumentCounts of(String language, Iterable<String> texts) {
    DocumentCounts counts = new DocumentCounts(language);
    Features features = new Features();
    texts.forEach(text -> counts.add(features.of(text)));
    return counts;
  }

  /**
   * The share of the buckets of a post that a model of the other training posts would not know: 0
   * to 1, and 1 without any post.
   */
  public double unknownShare() {
    long unknown = 0;
    long all = 0;
    for (int count : posts) {
      unknown += count <= Featurizer.MINIMUM_POSTS ? count : 0;
      all += count;
    }
    return all == 0 ? 1 : (double) unknown / all;
  }

  void add(Features post) {
    int[] buckets = post.buckets();
    for (int i = 0; i < post.size(); i++) {
      posts[buckets[i]]++;
    }
    double[] sums = post.lexiconSums(lexicon);
    for (int i = 0; i < sums.length; i++) {
      sum[i] += sums[i];
      square[i] += sums[i] * sums[i];
    }
    total++;
  }

  /** Inverse document frequency as MLlib's IDF: {@code ln((n + 1) / (df + 1))}. */
  Weighting weighting(double lexiconFactor) {
    int size = 0;
    for (int count : posts) {
      size += count >= Featurizer.MINIMUM_POSTS ? 1 : 0;
    }
    int[] kept = new int[size];
    double[] idf = new double[size];
    int at = 0;
    for (int bucket = 0; bucket < posts.length; bucket++) {
      if (posts[bucket] >= Featurizer.MINIMUM_POSTS) {
        kept[at] = bucket;
        idf[at++] = StrictMath.log((total + 1.0) / (posts[bucket] + 1.0));
      }
    }
    return new Weighting(language, kept, idf, lexiconScale(lexiconFactor));
  }

  private LexiconScale lexiconScale(double factor) {
    double[] mean = new double[sum.length];
    double[] deviation = new double[sum.length];
    for (int i = 0; i < sum.length; i++) {
      mean[i] = sum[i] / Math.max(1, total);
      double variance = square[i] / Math.max(1, total) - mean[i] * mean[i];
      deviation[i] = variance > 1e-9 ? Math.sqrt(variance) : 1;
    }
    return new LexiconScale(mean, deviation, factor);
  }
}
