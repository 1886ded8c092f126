package org.credence.topics;

import java.util.SplittableRandom;
import org.credence.topics.Clustering.Kind;

/**
 * Topics of posts of which nothing is known yet: k-means in a latent space of their TF-IDF rows,
 * which is good where topics show in rare words, and from there Gibbs sampling of a {@link
 * Mixture}, which is good where they show in many common ones. {@link Copies} of a post train once.
 */
public final class ColdStart {

  /** Dimensions of the latent space. */
  static final int RANK = 100;

  private static final double ALPHA = 0.1;
  private static final double BETA = 0.1;
  private static final int SWEEPS = 10;

  private ColdStart() {}

  /**
   * @param topics at most so many, above 0
   * @param seed the same posts and seed give the same topics
   */
  public static Clustering of(Corpus corpus, Kind kind, int topics, long seed) {
    Copies copies = Copies.of(corpus.posts);
    int[] found = found(corpus.of(copies.distinct()), kind, topics, new SplittableRandom(seed));
    return new Clustering(kind, topics, copies.toAll(found));
  }

  private static int[] found(Corpus corpus, Kind kind, int topics, SplittableRandom random) {
    double[][] rows = LatentSpace.of(TfIdf.of(corpus.bags), RANK, random);
    int[] assigned = KMeans.groups(rows, topics, random);
    if (kind == Kind.MIXTURE) {
      Mixture mixture = mixture(topics, corpus.kept);
      mixture.addAll(corpus.bags, assigned);
      new Gibbs(mixture, corpus.bags, random).sweep(assigned, SWEEPS);
    }
    return assigned;
  }

  static Mixture mixture(int slots, int words) {
    return new Mixture(slots, words, ALPHA, BETA);
  }
}
