package org.credence.jobs.evaluate;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Weights of training rows under which a label does not depend on its group: the share of the label
 * among all rows over its share in the group. Without them a model learns the words of a topic in
 * place of what is felt about it, and takes a new topic for one of those it knows (on topics held
 * out of SemEval-2017 D the error of shares is a tenth smaller with them).
 */
final class GroupBalance {

  /** Fewer groups are no sample of the groups to come. */
  static final int LEAST_GROUPS = 30;

  /** Rows of the common mix that every group is taken to have besides: small groups say little. */
  private static final double COMMON_ROWS = 30;

  private GroupBalance() {}

  /** Groups that have features of their own are told by them. */
  static boolean helps(Corpus corpus, boolean groupFeature) {
    return !groupFeature && corpus.groups().size() >= LEAST_GROUPS;
  }

  /** One weight for each row, 1 in the mean; rows without a group weigh as much as a mean row. */
  static double[] weights(Corpus corpus) {
    double[] prior = corpus.prior();
    double[] weights = new double[corpus.rows().size()];
    Arrays.fill(weights, 1);
    for (BitSet group : corpus.groups().values()) {
      double[] expected = new double[prior.length];
      for (int c = 0; c < prior.length; c++) {
        expected[c] = COMMON_ROWS * prior[c];
      }
      group.stream().forEach(row -> expected[corpus.labels().get(row)]++);
      double rows = COMMON_ROWS + group.cardinality();
      group.stream()
          .forEach(
              row -> {
                int label = corpus.labels().get(row);
                weights[row] = prior[label] * rows / expected[label];
              });
    }
    double mean = Arrays.stream(weights).average().orElse(1);
    for (int row = 0; row < weights.length; row++) {
      weights[row] /= mean;
    }
    return weights;
  }
}
