package org.credence.models;

import org.credence.text.Features;
import org.credence.text.Lexicon;

/** What fitting a {@link Weighting} needs to know of the training posts. */
final class DocumentCounts {

  private final int[] posts = new int[Features.BUCKETS];
  private final double[] sum = new double[Features.LEXICON_SUMS];
  private final double[] square = new double[Features.LEXICON_SUMS];
  private long total;

  void add(Features post, Lexicon lexicon) {
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
  Weighting weighting(String language, int minimumPosts, double lexiconFactor) {
    int size = 0;
    for (int count : posts) {
      size += count >= minimumPosts ? 1 : 0;
    }
    int[] kept = new int[size];
    double[] idf = new double[size];
    int at = 0;
    for (int bucket = 0; bucket < posts.length; bucket++) {
      if (posts[bucket] >= minimumPosts) {
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
