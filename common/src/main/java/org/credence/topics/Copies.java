package org.credence.topics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.credence.text.NearDuplicates;
import org.credence.text.Sketch;

/**
 * Posts of the same words in the same order, or nearly so, such as reposts, syndicated press and
 * copied campaigns: they are one voice, however often it is heard, and train topics once.
 *
 * @param distinct the first post of each text
 * @param place of each post, where in {@code distinct} its text stands
 */
record Copies(int[] distinct, int[] place) {

  /** The words of a post, equal by value. */
  private record Text(int[] words) {
    int[] sketch() {
      return Sketch.of(Arrays.stream(words).asLongStream().toArray());
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Text text && Arrays.equals(words, text.words);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(words);
    }
  }

  static Copies of(int[][] posts) {
    Map<Text, Integer> places = new HashMap<>();
    Map<Integer, Integer> ofClusters = new HashMap<>();
    NearDuplicates clusters = new NearDuplicates();
    List<Integer> distinct = new ArrayList<>();
    int[] place = new int[posts.length];
    for (int post = 0; post < posts.length; post++) {
      int next = distinct.size();
      place[post] =
          places.computeIfAbsent(
              new Text(posts[post]),
              text -> {
                int cluster = clusters.cluster(text.sketch());
                return cluster == NearDuplicates.NONE
                    ? next
                    : ofClusters.computeIfAbsent(cluster, any -> next);
              });
      if (place[post] == next) {
        distinct.add(post);
      }
    }
    return new Copies(distinct.stream().mapToInt(Integer::intValue).toArray(), place);
  }

  /** What each text was given, for each post. */
  int[] toAll(int[] ofDistinct) {
    return IntStream.of(place).map(at -> ofDistinct[at]).toArray();
  }

  /** The same for numbers that are larger. */
  long[] toAll(long[] ofDistinct) {
    return IntStream.of(place).mapToLong(at -> ofDistinct[at]).toArray();
  }
}
