package org.credence.jobs.train;

import java.util.BitSet;
import org.credence.statistics.Posteriors;

/**
 * Posteriors of rows that the model of their fold had not seen.
 *
 * @param rows in the training set, ascending
 * @param posteriors of each, before calibration
 * @param truth class of each
 */
@SuppressWarnings("ArrayRecordComponent") // Columns of a table; nobody compares two.
record HeldOut(int[] rows, Posteriors posteriors, int[] truth) {

  static HeldOut of(TrainingSet set, BitSet rows, double[][] posteriors) {
    int[] indices = rows.stream().toArray();
    int[] truth = rows.stream().map(row -> set.rows().get(row).label()).toArray();
    return new HeldOut(indices, Posteriors.of(posteriors), truth);
  }

  /** The rows that are in the set, or those that are not. */
  HeldOut only(BitSet wanted, boolean in) {
    int[] kept =
        java.util.stream.IntStream.range(0, rows.length)
            .filter(i -> wanted.get(rows[i]) == in)
            .toArray();
    int[] keptRows = new int[kept.length];
    int[] keptTruth = new int[kept.length];
    double[][] keptPosteriors = new double[kept.length][];
    for (int i = 0; i < kept.length; i++) {
      keptRows[i] = rows[kept[i]];
      keptTruth[i] = truth[kept[i]];
      keptPosteriors[i] = posteriors.rows()[kept[i]];
    }
    return new HeldOut(keptRows, Posteriors.of(keptPosteriors), keptTruth);
  }

  /** Shares of the classes. */
  double[] shares() {
    double[] shares = new double[LabelColumns.LABELS.size()];
    for (int label : truth) {
      shares[label] += 1.0 / truth.length;
    }
    return shares;
  }
}
