package org.credence.topics;

import java.util.Arrays;

/**
 * How often which kept word stands in which post: words and counts of post {@code i} are those at
 * {@code [start[i], start[i + 1])}, in ascending order of words.
 */
final class Bags {

  final int size;
  final int words;
  final int[] start;
  final int[] word;
  final int[] count;

  /** Kept words of each post, repeats included. */
  final int[] length;

  private Bags(int words, int[] start, int[] word, int[] count) {
    this.size = start.length - 1;
    this.words = words;
    this.start = start;
    this.word = word;
    this.count = count;
    this.length = new int[size];
    for (int post = 0; post < size; post++) {
      for (int at = start[post]; at < start[post + 1]; at++) {
        length[post] += count[at];
      }
    }
  }

  static Bags of(int[][] posts, int kept) {
    int room = Arrays.stream(posts).mapToInt(post -> post.length).sum();
    int[] start = new int[posts.length + 1];
    int[] word = new int[room];
    int[] count = new int[room];
    int at = 0;
    for (int post = 0; post < posts.length; post++) {
      int[] sorted = Arrays.stream(posts[post]).filter(number -> number < kept).sorted().toArray();
      for (int i = 0; i < sorted.length; i++) {
        if (i > 0 && sorted[i] == sorted[i - 1]) {
          count[at - 1]++;
        } else {
          word[at] = sorted[i];
          count[at++] = 1;
        }
      }
      start[post + 1] = at;
    }
    return new Bags(kept, start, Arrays.copyOf(word, at), Arrays.copyOf(count, at));
  }

  /** Some of the posts, with the same numbers for the same words. */
  Bags of(int[] chosen) {
    int[] from = new int[chosen.length + 1];
    for (int i = 0; i < chosen.length; i++) {
      from[i + 1] = from[i] + start[chosen[i] + 1] - start[chosen[i]];
    }
    int[] some = new int[from[chosen.length]];
    int[] counts = new int[some.length];
    for (int i = 0; i < chosen.length; i++) {
      int size = from[i + 1] - from[i];
      System.arraycopy(word, start[chosen[i]], some, from[i], size);
      System.arraycopy(count, start[chosen[i]], counts, from[i], size);
    }
    return new Bags(words, from, some, counts);
  }

  /** In how many posts each word stands. */
  int[] postsWith() {
    int[] posts = new int[words];
    for (int number : word) {
      posts[number]++;
    }
    return posts;
  }
}
