package org.credence.topics;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Posts of the same words in the same order, such as reposts and copied campaigns: they are one
 * voice, however often it is heard, and train topics once.
 *
 * @param distinct the first post of each text
 * @param place of each post, where in {@code distinct} its text stands
 */
record Copies(int[] distinct, int[] place) {

  /** The words of a post, equal by value. */
  private record Text(int[] words) {
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
    int[] distinct = new int[posts.length];
    int[] place = new int[posts.length];
    for (int post = 0; post < posts.length; post++) {
      int found = places.size();
      Integer before = places.putIfAbsent(new Text(posts[post]), found);
      place[post] = before == null ? found : before;
      distinct[place[post]] = before == null ? post : distinct[place[post]];
    }
    return new Copies(Arrays.copyOf(distinct, places.size()), place);
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
