package org.credence.jobs.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.credence.statistics.CalibrationError;
import org.credence.statistics.Posteriors;

/**
 * How well labels are told by three decisions, each the best at one figure: the label shown, which
 * is the largest calibrated posterior over prior, at macro recall; the most probable class at
 * accuracy; the largest posterior over a power of the prior, chosen on held-out rows of the
 * training, at macro-F1.
 *
 * @param rows judged
 * @param macroRecall of the label shown
 * @param macroF1 of the decision balanced for it
 * @param accuracy of the most probable class
 * @param calibrationError expected calibration error of the most probable class, 0 to 1
 * @param perClass precision, recall and F1 of the label shown, by label
 * @param confusion rows by true class, then by label shown
 * @param decisions macro recall, macro-F1 and accuracy of each decision
 */
record Judgement(
    long rows,
    double macroRecall,
    double macroF1,
    double accuracy,
    double calibrationError,
    Map<String, PerClass> perClass,
    List<List<Long>> confusion,
    Decisions decisions) {

  /** Of one class; a figure without rows is 0. */
  record PerClass(long rows, double precision, double recall, double f1) {}

  /** Of one decision. */
  record Figures(double macroRecall, double macroF1, double accuracy) {}

  /** Of all three. */
  record Decisions(Figures labelShown, Figures mostProbable, Figures balanced) {}

  /** Powers of the prior to choose from: 0 is the most probable class, 1 the label shown. */
  private static final double[] POWERS = {0, 0.25, 0.5, 0.75, 1};

  /** Rows from which on the F1 of a class tells more than luck. */
  private static final int ENOUGH_ROWS = 50;

  /**
   * The power of the prior that gives the best macro-F1 on these rows, the smallest of equals.
   * Classes of a handful of rows have no say, as a row or two would decide for all others.
   */
  static double bestPower(HeldRows calibrated, double[] prior) {
    double best = POWERS[0];
    double highest = -1;
    for (double power : POWERS) {
      double f1 = Confusion.of(calibrated, powers(prior, power)).macroF1(ENOUGH_ROWS);
      if (f1 > highest) {
        highest = f1;
        best = power;
      }
    }
    return best;
  }

  private static double[] powers(double[] prior, double power) {
    return java.util.Arrays.stream(prior).map(share -> StrictMath.pow(share, power)).toArray();
  }

  /**
   * @param calibrated rows with calibrated posteriors
   * @param prior shares of the classes in training
   * @param power of the prior, for macro-F1
   */
  static Judgement of(HeldRows calibrated, List<String> classes, double[] prior, double power) {
    Confusion shown = Confusion.of(calibrated, prior);
    Confusion probable = Confusion.of(calibrated, powers(prior, 0));
    Confusion balanced = Confusion.of(calibrated, powers(prior, power));
    Map<String, PerClass> perClass = new LinkedHashMap<>();
    for (int c = 0; c < classes.size(); c++) {
      perClass.put(classes.get(c), shown.perClass(c));
    }
    Posteriors posteriors = calibrated.asPosteriors();
    return new Judgement(
        calibrated.size(),
        shown.figures().macroRecall(),
        balanced.figures().macroF1(),
        probable.figures().accuracy(),
        CalibrationError.expected(posteriors, calibrated.labels()),
        perClass,
        shown.table(),
        new Decisions(shown.figures(), probable.figures(), balanced.figures()));
  }

  /** The index of the largest posterior over prior; the first of equals. */
  static int shown(double[] posterior, double[] prior) {
    int best = 0;
    for (int c = 1; c < posterior.length; c++) {
      best = posterior[c] / prior[c] > posterior[best] / prior[best] ? c : best;
    }
    return best;
  }

  /** Rows by true class, then by decision. */
  @SuppressWarnings("ArrayRecordComponent") // Counts while a file is judged; never compared.
  private record Confusion(long[][] counts) {

    static Confusion of(HeldRows rows, double[] prior) {
      long[][] counts = new long[prior.length][prior.length];
      for (int i = 0; i < rows.size(); i++) {
        counts[rows.truth().get(i)][shown(rows.posteriors().get(i), prior)]++;
      }
      return new Confusion(counts);
    }

    PerClass perClass(int c) {
      long truly = 0;
      long decided = 0;
      for (int k = 0; k < counts.length; k++) {
        truly += counts[c][k];
        decided += counts[k][c];
      }
      long right = counts[c][c];
      return new PerClass(
          truly, share(right, decided), share(right, truly), share(2 * right, truly + decided));
    }

    /** Mean over the classes of so many rows; 0 when there is none. */
    double macroF1(int leastRows) {
      return IntStream.range(0, counts.length)
          .mapToObj(this::perClass)
          .filter(figures -> figures.rows() >= leastRows)
          .mapToDouble(PerClass::f1)
          .average()
          .orElse(0);
    }

    /** Macro figures are means over classes that occur. */
    Figures figures() {
      double recall = 0;
      double f1 = 0;
      long rows = 0;
      long right = 0;
      int occurring = 0;
      for (int c = 0; c < counts.length; c++) {
        PerClass figures = perClass(c);
        rows += figures.rows();
        right += counts[c][c];
        if (figures.rows() > 0) {
          occurring++;
          recall += figures.recall();
          f1 += figures.f1();
        }
      }
      return new Figures(recall / occurring, f1 / occurring, share(right, rows));
    }

    List<List<Long>> table() {
      List<List<Long>> table = new ArrayList<>();
      for (long[] row : counts) {
        table.add(java.util.Arrays.stream(row).boxed().toList());
      }
      return table;
    }

    private static double share(long part, long whole) {
      return whole == 0 ? 0 : (double) part / whole;
    }
  }
}
