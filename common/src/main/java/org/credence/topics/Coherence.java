package org.credence.topics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How often the first words of a topic stand near each other: normalised pointwise mutual
 * information in windows (Bouma 2009; Röder, Both and Hinneburg 2015), as gensim's {@code
 * CoherenceModel} computes {@code c_npmi}.
 */
public final class Coherence {

  /** Words that a window holds, unless the post has fewer. */
  public static final int WINDOW = 10;

  /** What gensim adds to a share of windows before it takes the logarithm. */
  private static final double EPSILON = 1e-12;

  private final Map<Integer, Integer> places = new HashMap<>();
  private final int[][] together;
  private int windows;

  private Coherence(List<int[]> topics) {
    for (int[] topic : topics) {
      for (int word : topic) {
        places.putIfAbsent(word, places.size());
      }
    }
    this.together = new int[places.size()][places.size()];
  }

  /**
   * The mean over topics of the mean over pairs of their words, -1 to 1; 0 without any pair.
   *
   * @param topics numbers of words in {@code corpus}
   */
  public static double npmi(Corpus corpus, List<int[]> topics) {
    Coherence counts = new Coherence(topics);
    for (int[] post : corpus.posts) {
      counts.read(post);
    }
    return topics.stream()
        .filter(topic -> topic.length > 1)
        .mapToDouble(counts::ofTopic)
        .average()
        .orElse(0);
  }

  /**
   * As gensim, forgets a word as soon as its first occurrence leaves the window, though another may
   * still be in it, and counts posts without words as windows.
   */
  private void read(int[] post) {
    windows += Math.max(1, post.length - WINDOW + 1);
    int[] at = Arrays.stream(post).map(word -> places.getOrDefault(word, -1)).toArray();
    if (Arrays.stream(at).noneMatch(place -> place >= 0)) {
      return;
    }
    BitSet near = new BitSet();
    Arrays.stream(at).limit(WINDOW).filter(place -> place >= 0).forEach(near::set);
    count(near);
    for (int last = WINDOW; last < at.length; last++) {
      if (at[last - WINDOW] >= 0) {
        near.clear(at[last - WINDOW]);
      }
      if (at[last] >= 0) {
        near.set(at[last]);
      }
      count(near);
    }
  }

  private void count(BitSet near) {
    int[] met = near.stream().toArray();
    for (int one : met) {
      for (int other : met) {
        together[one][other]++;
      }
    }
  }

  private double ofTopic(int[] topic) {
    List<Double> pairs = new ArrayList<>();
    for (int i = 0; i < topic.length; i++) {
      for (int j = 0; j < topic.length; j++) {
        if (i != j) {
          pairs.add(ofPair(place(topic[i]), place(topic[j])));
        }
      }
    }
    return pairs.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  private int place(int word) {
    return places.getOrDefault(word, 0);
  }

  private double ofPair(int one, int other) {
    if (together[one][one] == 0 || together[other][other] == 0) {
      return 0;
    }
    double both = share(together[one][other]) + EPSILON;
    double apart = share(together[one][one]) * share(together[other][other]);
    return StrictMath.log(both / apart) / -StrictMath.log(both);
  }

  private double share(int count) {
    return (double) count / windows;
  }
}
