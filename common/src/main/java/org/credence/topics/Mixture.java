package org.credence.topics;

import java.util.Arrays;

/**
 * A mixture of Dirichlet multinomials, in which a post has one topic (Yin and Wang 2014, <i>A
 * Dirichlet multinomial mixture model-based approach for short text clustering</i>): how many posts
 * and words each slot holds. Slots that hold nothing are free.
 *
 * <p>Counts are integers in sixteenths, so that they add in any order and yesterday's can be halved
 * a few times before they vanish.
 */
public final class Mixture {

  /** One post, or one word, in the unit of the counts. */
  static final int ONE = 16;

  private static final int TABLE = 1 << 14;

  /** Factors below 1e7 whose product is still far from overflow. */
  private static final int FACTORS = 40;

  final int slots;
  final int words;
  final double alpha;
  final double beta;
  final int[] posts;
  final long[] tokens;

  /** Of word w in slot k at {@code w * slots + k}. */
  final int[] counts;

  private final double[] logs = new double[TABLE];

  /**
   * @param alpha how readily a slot takes posts while it holds few, above 0
   * @param beta how readily a slot takes words that it does not hold, above 0
   */
  public Mixture(int slots, int words, double alpha, double beta) {
    this.slots = slots;
    this.words = words;
    this.alpha = alpha;
    this.beta = beta;
    this.posts = new int[slots];
    this.tokens = new long[slots];
    this.counts = new int[Math.multiplyExact(slots, words)];
    for (int i = 0; i < TABLE; i++) {
      logs[i] = StrictMath.log((double) i / ONE + beta);
    }
  }

  /** Half of what it holds, rounded down: the memory of the nights before. */
  public Mixture halved() {
    Mixture half = new Mixture(slots, words, alpha, beta);
    for (int slot = 0; slot < slots; slot++) {
      half.posts[slot] = posts[slot] / 2;
    }
    for (int i = 0; i < counts.length; i++) {
      half.counts[i] = counts[i] / 2;
      half.tokens[i % slots] += half.counts[i];
    }
    return half;
  }

  /** Whether a word stands in any slot. */
  boolean holds(int word) {
    return Arrays.stream(counts, word * slots, (word + 1) * slots).anyMatch(count -> count > 0);
  }

  /**
   * The same with other numbers for its words.
   *
   * @param from the former number of each word, -1 of a new one
   */
  Mixture renumbered(int[] from) {
    Mixture renumbered = new Mixture(slots, from.length, alpha, beta);
    System.arraycopy(posts, 0, renumbered.posts, 0, slots);
    for (int word = 0; word < from.length; word++) {
      for (int slot = 0; from[word] >= 0 && slot < slots; slot++) {
        int count = counts[from[word] * slots + slot];
        renumbered.counts[word * slots + slot] = count;
        renumbered.tokens[slot] += count;
      }
    }
    return renumbered;
  }

  Mixture copy() {
    Mixture copy = new Mixture(slots, words, alpha, beta);
    System.arraycopy(posts, 0, copy.posts, 0, slots);
    System.arraycopy(tokens, 0, copy.tokens, 0, slots);
    System.arraycopy(counts, 0, copy.counts, 0, counts.length);
    return copy;
  }

  void clear(int slot) {
    posts[slot] = 0;
    tokens[slot] = 0;
    for (int word = 0; word < words; word++) {
      counts[word * slots + slot] = 0;
    }
  }

  void moveAll(int from, int to) {
    posts[to] += posts[from];
    tokens[to] += tokens[from];
    for (int word = 0; word < words; word++) {
      counts[word * slots + to] += counts[word * slots + from];
    }
    clear(from);
  }

  void add(Bags bags, int post, int slot) {
    move(bags, post, slot, ONE);
  }

  /** Adds each post where {@code assigned} says, if anywhere. */
  void addAll(Bags bags, int[] assigned) {
    for (int post = 0; post < bags.size; post++) {
      if (assigned[post] != Slots.NOWHERE) {
        add(bags, post, assigned[post]);
      }
    }
  }

  void remove(Bags bags, int post, int slot) {
    move(bags, post, slot, -ONE);
  }

  private void move(Bags bags, int post, int slot, int unit) {
    posts[slot] += unit;
    tokens[slot] += (long) unit * bags.length[post];
    for (int at = bags.start[post]; at < bags.start[post + 1]; at++) {
      counts[bags.word[at] * slots + slot] += unit * bags.count[at];
    }
  }

  /** The logarithm of the joint probability of each slot and the post, up to a common constant. */
  void scores(Bags bags, int post, double[] scores) {
    int length = bags.length[post];
    for (int slot = 0; slot < slots; slot++) {
      double sizes = StrictMath.log((double) posts[slot] / ONE + alpha);
      scores[slot] = sizes - logRising((double) tokens[slot] / ONE + words * beta, length);
    }
    for (int at = bags.start[post]; at < bags.start[post + 1]; at++) {
      int row = bags.word[at] * slots;
      for (int slot = 0; slot < slots; slot++) {
        scores[slot] += log(counts[row + slot]);
      }
      for (int more = 1; more < bags.count[at]; more++) {
        for (int slot = 0; slot < slots; slot++) {
          scores[slot] += log(counts[row + slot] + more * ONE);
        }
      }
    }
  }

  /** The posterior of each slot, given the post; a post without kept words has the prior. */
  public void posterior(Bags bags, int post, double[] posterior) {
    scores(bags, post, posterior);
    normalise(posterior);
  }

  /** Scores to shares; returns the logarithm of their sum before. */
  static double normalise(double[] scores) {
    double highest = Arrays.stream(scores).max().orElse(0);
    double sum = 0;
    for (int slot = 0; slot < scores.length; slot++) {
      double below = scores[slot] - highest;
      scores[slot] = below < -40 ? 0 : StrictMath.exp(below);
      sum += scores[slot];
    }
    for (int slot = 0; slot < scores.length; slot++) {
      scores[slot] /= sum;
    }
    return highest + StrictMath.log(sum);
  }

  /** The most probable slot of each post, given all counts; the lowest of equals. */
  public int[] assign(Bags bags) {
    int[] assigned = new int[bags.size];
    double[] scores = new double[slots];
    for (int post = 0; post < bags.size; post++) {
      scores(bags, post, scores);
      assigned[post] = highest(scores);
    }
    return assigned;
  }

  static int highest(double[] scores) {
    int best = 0;
    for (int slot = 1; slot < scores.length; slot++) {
      best = scores[slot] > scores[best] ? slot : best;
    }
    return best;
  }

  /**
   * The mean logarithm of the probability of a word in posts that the mixture does not hold, in
   * nats; 0 when they have no words.
   */
  double perWord(Bags apart) {
    double all =
        StrictMath.log(Arrays.stream(posts).asLongStream().sum() / (double) ONE + slots * alpha);
    double[] scores = new double[slots];
    double sum = 0;
    long length = 0;
    for (int post = 0; post < apart.size; post++) {
      scores(apart, post, scores);
      sum += normalise(scores) - all;
      length += apart.length[post];
    }
    return length == 0 ? 0 : sum / length;
  }

  private double log(int count) {
    return count < TABLE ? logs[count] : StrictMath.log((double) count / ONE + beta);
  }

  /** log(x (x + 1) ... (x + n - 1)). */
  static double logRising(double x, int n) {
    double sum = 0;
    double product = 1;
    for (int i = 0; i < n; i++) {
      product *= x + i;
      if (i % FACTORS == FACTORS - 1) {
        sum += StrictMath.log(product);
        product = 1;
      }
    }
    return sum + StrictMath.log(product);
  }
}
