package org.credence.topics;

/**
 * Topics as directions: the mean TF-IDF row of the posts of each slot, of unit length. A slot
 * without posts is zero, and free.
 */
public final class Centroids {

  final int slots;
  final double[] rarity;

  /** Of word w in slot k at {@code w * slots + k}. */
  final double[] weights;

  private Centroids(int slots, double[] rarity, double[] weights) {
    this.slots = slots;
    this.rarity = rarity;
    this.weights = weights;
  }

  static Centroids of(TfIdf posts, int[] assigned, int slots) {
    Bags bags = posts.bags;
    double[] weights = new double[bags.words * slots];
    for (int post = 0; post < bags.size; post++) {
      if (assigned[post] != Slots.NOWHERE) {
        for (int at = bags.start[post]; at < bags.start[post + 1]; at++) {
          weights[bags.word[at] * slots + assigned[post]] += posts.weight[at];
        }
      }
    }
    normalise(weights, slots);
    return new Centroids(slots, posts.rarity, weights);
  }

  /** Of what the slots of a mixture hold; without words of which it knows no rarity. */
  static Centroids of(Mixture held, double[] rarity) {
    double[] weights = new double[rarity.length * held.slots];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = held.counts[i] * rarity[i / held.slots];
    }
    normalise(weights, held.slots);
    return new Centroids(held.slots, rarity, weights);
  }

  /** The cosine of two slots, 0 to 1. */
  double cosine(int one, int other) {
    return cosine(one, this, other);
  }

  /** The cosine of a slot and one of others of the same words, 0 to 1. */
  double cosine(int one, Centroids others, int other) {
    double sum = 0;
    for (int word = 0; word < rarity.length; word++) {
      sum += weights[word * slots + one] * others.weights[word * others.slots + other];
    }
    return sum;
  }

  private static void normalise(double[] weights, int slots) {
    double[] squares = new double[slots];
    for (int i = 0; i < weights.length; i++) {
      squares[i % slots] += weights[i] * weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= squares[i % slots] == 0 ? 1 : Math.sqrt(squares[i % slots]);
    }
  }

  /** The cosine of each slot and the post, 0 to 1. */
  void cosines(TfIdf posts, int post, double[] cosines) {
    java.util.Arrays.fill(cosines, 0);
    Bags bags = posts.bags;
    for (int at = bags.start[post]; at < bags.start[post + 1]; at++) {
      int row = bags.word[at] * slots;
      for (int slot = 0; slot < slots; slot++) {
        cosines[slot] += posts.weight[at] * weights[row + slot];
      }
    }
  }

  /** The nearest slot of each post; the lowest of equals. */
  public int[] assign(Bags bags) {
    TfIdf posts = TfIdf.of(bags, rarity);
    int[] assigned = new int[bags.size];
    double[] cosines = new double[slots];
    for (int post = 0; post < bags.size; post++) {
      cosines(posts, post, cosines);
      assigned[post] = Mixture.highest(cosines);
    }
    return assigned;
  }
}
