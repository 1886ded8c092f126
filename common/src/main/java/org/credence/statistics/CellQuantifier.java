package org.credence.statistics;

import org.credence.statistics.Quantifier.AdjustedCount;
import org.credence.statistics.Quantifier.MapSld;
import org.credence.statistics.Quantifier.Sld;

/**
 * Estimates the shares of classes in the cells of one target, any number of classes, from what was
 * learned on held-out labels.
 *
 * @param calibration of the posteriors
 * @param prior shares of the classes that calibrated posteriors assume
 * @param response column j: mean calibrated posteriors of posts truly of class j
 */
@SuppressWarnings("ArrayRecordComponent") // Fitted numbers; nobody compares two.
public record CellQuantifier(Bcts calibration, double[] prior, double[][] response) {

  /** Posts that the parent's mix counts for; fixed before any test (SemEval-2017 D informed it). */
  public static final double PRIOR_STRENGTH = 5;

  /** Keeps a class that the labels lack possible. */
  private static final double SMOOTHING = 0.5;

  /**
   * @param held posteriors of posts that the classifier was not trained on, before calibration
   * @param truth class of each
   */
  public static CellQuantifier fit(Posteriors held, int[] truth) {
    return of(Bcts.fit(held, truth), held, truth);
  }

  /**
   * For another target, of which some posts were labelled.
   *
   * @param audited their posteriors before calibration
   * @param truth class of each
   */
  public CellQuantifier recalibrated(Posteriors audited, int[] truth) {
    double[] shares = prior(truth, audited.classes());
    return of(calibration.towards(audited, truth, prior, shares), audited, truth);
  }

  private static CellQuantifier of(Bcts calibration, Posteriors held, int[] truth) {
    return new CellQuantifier(
        calibration,
        prior(truth, held.classes()),
        Counting.SOFT.response(calibration.apply(held), truth));
  }

  private static double[] prior(int[] truth, int classes) {
    double[] prior = new double[classes];
    for (int label : truth) {
      prior[label]++;
    }
    for (int c = 0; c < classes; c++) {
      prior[c] = (prior[c] + SMOOTHING) / (truth.length + classes * SMOOTHING);
    }
    return prior;
  }

  /** The mix of all posts of the target together, by PACC: what small cells lean on. */
  public double[] parent(Posteriors pool) {
    return estimate(CellMethod.PACC, pool, prior).shares();
  }

  /**
   * @param cell posteriors before calibration, at least one
   * @param parent shares of the target as a whole; only MAP-SLD looks at them
   */
  public CellShares estimate(CellMethod method, Posteriors cell, double[] parent) {
    if (method == CellMethod.PCC) {
      return CellShares.of(Counting.SOFT.shares(cell), cell);
    }
    Posteriors calibrated = calibration.apply(cell);
    double[] shares =
        switch (method) {
          case PCC, PCC_BCTS -> Counting.SOFT.shares(calibrated);
          case PACC -> new AdjustedCount(Counting.SOFT, response).estimate(calibrated);
          case SLD -> new Sld(prior).estimate(calibrated);
          case MAP_SLD -> new MapSld(prior, parent, PRIOR_STRENGTH).estimate(calibrated);
        };
    return CellShares.of(shares, reweighted(method, calibrated, shares));
  }

  /** What posteriors are once the estimate is their prior. */
  private Posteriors reweighted(CellMethod method, Posteriors calibrated, double[] shares) {
    if (method == CellMethod.PCC_BCTS) {
      return calibrated;
    }
    double[][] rows = new double[calibrated.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = ExpectationMaximization.reweighted(calibrated.rows()[i], prior, shares);
    }
    return new Posteriors(calibrated.weights(), rows);
  }
}
