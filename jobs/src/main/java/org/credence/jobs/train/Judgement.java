package org.credence.jobs.train;

import java.util.ArrayList;
import java.util.List;
import org.credence.models.ModelCard;
import org.credence.statistics.CalibrationError;
import org.credence.statistics.Posteriors;

/** How well held-out labels are told. The label shown is the largest posterior over prior. */
final class Judgement {

  private final long[][] confusion = new long[3][3];
  private final long rows;

  private Judgement(HeldOut held, Posteriors calibrated, double[] priors) {
    for (int i = 0; i < held.truth().length; i++) {
      confusion[held.truth()[i]][shown(calibrated.rows()[i], priors)]++;
    }
    this.rows = held.truth().length;
  }

  static ModelCard.Evaluation of(
      HeldOut held, Posteriors calibrated, double[] priors, String digest, String folds) {
    Judgement judgement = new Judgement(held, calibrated, priors);
    return new ModelCard.Evaluation(
        digest,
        folds,
        judgement.rows,
        judgement.macroF1(),
        judgement.macroRecall(),
        judgement.accuracy(),
        CalibrationError.expected(calibrated, held.truth()),
        judgement.table());
  }

  private static int shown(double[] posterior, double[] priors) {
    int best = 0;
    for (int c = 1; c < posterior.length; c++) {
      best = posterior[c] / priors[c] > posterior[best] / priors[best] ? c : best;
    }
    return best;
  }

  private double macroRecall() {
    double sum = 0;
    for (int c = 0; c < confusion.length; c++) {
      sum += share(confusion[c][c], ofClass(c));
    }
    return sum / confusion.length;
  }

  private double macroF1() {
    double sum = 0;
    for (int c = 0; c < confusion.length; c++) {
      sum += share(2 * confusion[c][c], ofClass(c) + shownAs(c));
    }
    return sum / confusion.length;
  }

  private double accuracy() {
    return share(confusion[0][0] + confusion[1][1] + confusion[2][2], rows);
  }

  private long ofClass(int c) {
    return confusion[c][0] + confusion[c][1] + confusion[c][2];
  }

  private long shownAs(int c) {
    return confusion[0][c] + confusion[1][c] + confusion[2][c];
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  private List<List<Long>> table() {
    List<List<Long>> table = new ArrayList<>();
    for (long[] row : confusion) {
      table.add(List.of(row[0], row[1], row[2]));
    }
    return table;
  }
}
