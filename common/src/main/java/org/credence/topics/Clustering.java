package org.credence.topics;

/**
 * Topics that were found.
 *
 * @param kind how
 * @param slots how many there may be at most
 * @param assigned the slot of each post, in the order of the corpus
 */
public record Clustering(Kind kind, int slots, int[] assigned) {

  /** Where in the words of a post its topic shows. */
  public enum Kind {
    /** Posts are drawn from a {@link Mixture}. */
    MIXTURE,
    /** Posts lie around {@link Centroids}. */
    CENTROIDS
  }

  /** The slot of other posts, with the same numbers for the same words. */
  int[] assign(Corpus trained, Corpus others) {
    return switch (kind) {
      case MIXTURE -> mixture(trained).assign(others.bags);
      case CENTROIDS -> Centroids.of(TfIdf.of(trained.bags), assigned, slots).assign(others.bags);
    };
  }

  /** The words of each slot as a mixture holds them, whatever found the slots. */
  Mixture mixture(Corpus trained) {
    Mixture mixture = ColdStart.mixture(slots, trained.kept);
    mixture.addAll(trained.bags, assigned);
    return mixture;
  }
}
