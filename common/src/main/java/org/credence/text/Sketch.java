package org.credence.text;

import java.util.Arrays;
import org.credence.text.Tokens.Kind;

/**
 * What a post says, small enough to be kept for a while: hashes of its pairs of adjacent words,
 * ascending. Links, handles, signs and emoji say nothing. Of posts with more than {@value #MOST}
 * different pairs the smallest hashes stand for all (Broder 1997, <i>On the resemblance and
 * containment of documents</i>).
 */
public final class Sketch {

  /** Most hashes of a sketch. */
  static final int MOST = 128;

  /** Shorter posts are alike because there are few ways to say "thank you". */
  private static final int LEAST_WORDS = 5;

  private static final int[] NOTHING = {};

  private Sketch() {}

  /** Empty when the post has fewer than five words. */
  public static int[] of(Tokens tokens) {
    long[] words = new long[tokens.count()];
    int count = 0;
    for (int i = 0; i < tokens.count(); i++) {
      if (tokens.is(i, Kind.WORD)) {
        words[count++] = tokens.hash(i);
      }
    }
    return of(Arrays.copyOf(words, count));
  }

  /**
   * The same of words that were told apart before.
   *
   * @param words any numbers that stand for them, in the order of the post
   */
  public static int[] of(long[] words) {
    if (words.length < LEAST_WORDS) {
      return NOTHING;
    }
    int[] pairs = new int[words.length - 1];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = (int) (Hashing.finish(Hashing.pair(words[i], words[i + 1])) >>> Integer.SIZE);
    }
    return Arrays.stream(pairs).sorted().distinct().limit(MOST).toArray();
  }

  /**
   * Share of what either says that both say, 0 to 1: exact unless one of them is full, and then
   * right within about 0.04.
   */
  static double resemblance(int[] one, int[] other) {
    int most = Math.max(one.length, other.length) < MOST ? Integer.MAX_VALUE : MOST;
    int either = 0;
    int both = 0;
    int i = 0;
    int j = 0;
    while (either < most && (i < one.length || j < other.length)) {
      boolean first = j == other.length || (i < one.length && one[i] <= other[j]);
      boolean second = i == one.length || (j < other.length && other[j] <= one[i]);
      i += first ? 1 : 0;
      j += second ? 1 : 0;
      both += first && second ? 1 : 0;
      either++;
    }
    return either == 0 ? 0 : (double) both / either;
  }
}
