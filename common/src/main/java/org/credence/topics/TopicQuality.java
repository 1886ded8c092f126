package org.credence.topics;

import java.util.List;
import org.credence.topics.Choice.Halves;

/**
 * What the words of topics are worth.
 *
 * @param npmi {@link Coherence} of the first words, in the posts of which they were found
 * @param npmiHeldOut the same of topics of one half of the posts, in the other half, both ways
 * @param diversity share of different words among the first words of all topics
 * @param words the first words of each topic
 */
public record TopicQuality(double npmi, double npmiHeldOut, double diversity, List<int[]> words) {

  /** Words of a topic that are read. */
  public static final int WORDS = 10;

  /** Slots of fewer posts are no topics of their own: the report shows them as other. */
  public static final int LEAST = 8;

  /** Measures what {@link ColdStart} found with this seed. */
  public static TopicQuality of(Corpus corpus, Clustering found, long seed) {
    List<int[]> words = words(corpus, found);
    Halves halves = Halves.of(corpus, seed);
    double heldOut =
        (heldOut(halves.one(), halves.other(), found, seed)
                + heldOut(halves.other(), halves.one(), found, seed + 1))
            / 2;
    return new TopicQuality(
        Coherence.npmi(corpus, words), heldOut, TopicWords.diversity(words), words);
  }

  private static double heldOut(Corpus trained, Corpus apart, Clustering like, long seed) {
    Clustering found = ColdStart.of(trained, like.kind(), like.slots(), seed);
    return Coherence.npmi(apart, words(trained, found));
  }

  private static List<int[]> words(Corpus corpus, Clustering found) {
    return TopicWords.of(corpus, found.assigned(), found.slots(), LEAST, WORDS);
  }
}
