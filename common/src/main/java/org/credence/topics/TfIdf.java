package org.credence.topics;

/**
 * Posts as rows of unit length: (1 + log count) of each kept word times log(1 + posts / posts with
 * it). Places are those of the {@link Bags}.
 */
final class TfIdf {

  final Bags bags;
  final double[] weight;
  final double[] rarity;

  private TfIdf(Bags bags, double[] weight, double[] rarity) {
    this.bags = bags;
    this.weight = weight;
    this.rarity = rarity;
  }

  static TfIdf of(Bags bags) {
    int[] postsWith = bags.postsWith();
    double[] rarity = new double[bags.words];
    for (int word = 0; word < rarity.length; word++) {
      rarity[word] = StrictMath.log(1 + (double) bags.size / Math.max(1, postsWith[word]));
    }
    return of(bags, rarity);
  }

  /** With the rarity of words in other posts, so that both can be compared. */
  static TfIdf of(Bags bags, double[] rarity) {
    double[] weight = new double[bags.word.length];
    for (int post = 0; post < bags.size; post++) {
      double squares = 0;
      for (int at = bags.start[post]; at < bags.start[post + 1]; at++) {
        weight[at] = (1 + StrictMath.log(bags.count[at])) * rarity[bags.word[at]];
        squares += weight[at] * weight[at];
      }
      double norm = squares == 0 ? 1 : Math.sqrt(squares);
      for (int at = bags.start[post]; at < bags.start[post + 1]; at++) {
        weight[at] /= norm;
      }
    }
    return new TfIdf(bags, weight, rarity);
  }
}
