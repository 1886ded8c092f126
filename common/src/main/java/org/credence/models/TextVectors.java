package org.credence.models;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vectors;
import org.credence.text.Features;

/**
 * Texts as vectors: the numbers of a {@link Weighting}, then those of {@link CrossedWords} where a
 * model crosses words with groups.
 */
record TextVectors(Weighting weighting, Optional<CrossedWords> crossed) {

  /** Learns which n-grams occur and how rare each is. */
  static TextVectors of(
      String language, List<Example> examples, double lexiconFactor, boolean groupFeature) {
    DocumentCounts counts = new DocumentCounts(language);
    TreeMap<Integer, Integer> crossed = new TreeMap<>();
    Features features = new Features();
    for (Example example : examples) {
      counts.add(features.of(example.text()));
      if (groupFeature && !example.group().isEmpty()) {
        Arrays.stream(CrossedWords.buckets(features, example.group()))
            .distinct()
            .forEach(bucket -> crossed.merge(bucket, 1, Integer::sum));
      }
    }
    Weighting weighting = counts.weighting(lexiconFactor);
    return new TextVectors(
        weighting, groupFeature ? Optional.of(fit(crossed, examples.size())) : Optional.empty());
  }

  private static CrossedWords fit(TreeMap<Integer, Integer> posts, int total) {
    posts.values().removeIf(count -> count < Featurizer.MINIMUM_POSTS);
    int[] kept = posts.keySet().stream().mapToInt(Integer::intValue).toArray();
    double[] idf =
        posts.values().stream()
            .mapToDouble(count -> StrictMath.log((total + 1.0) / (count + 1.0)))
            .toArray();
    return new CrossedWords(kept, idf);
  }

  /** Length of the vectors. */
  int dimension() {
    return weighting.dimension() + crossed.map(CrossedWords::dimension).orElse(0);
  }

  /**
   * @param group empty when none is known
   */
  SparseVector vector(Features post, String group) {
    SparseVector common = (SparseVector) weighting.vector(post);
    if (crossed.isEmpty()) {
      return common;
    }
    int size = common.indices().length;
    int[] index = Arrays.copyOf(common.indices(), size + 1 + post.wordBuckets());
    double[] value = Arrays.copyOf(common.values(), index.length);
    int all = crossed.get().add(post, group, weighting.dimension(), index, value, size);
    return sorted(index, value, all);
  }

  /** Buckets may meet: their numbers add up. */
  private SparseVector sorted(int[] index, double[] value, int size) {
    TreeMap<Integer, Double> byIndex = new TreeMap<>();
    for (int i = 0; i < size; i++) {
      byIndex.merge(index[i], value[i], Double::sum);
    }
    return (SparseVector)
        Vectors.sparse(
            dimension(),
            byIndex.keySet().stream().mapToInt(Integer::intValue).toArray(),
            byIndex.values().stream().mapToDouble(Double::doubleValue).toArray());
  }
}
