package org.credence.statistics;

/**
 * Estimates the shares of classes in a set of posts from the posteriors of a classifier. Works on
 * posts and on histograms alike, for any number of classes.
 */
public sealed interface Quantifier {

  /**
   * @param target at least one row
   * @return one share per class; they sum to 1
   */
  double[] estimate(Posteriors target);

  /** Counts the most probable classes (CC, Forman 2008). Biased as soon as the mix shifts. */
  record ClassifyAndCount() implements Quantifier {
    @Override
    public double[] estimate(Posteriors target) {
      return Counting.HARD.shares(target);
    }
  }

  /** Mean of the posteriors (PCC, Bella, Ferri, Hernández-Orallo, Ramírez-Quintana 2010). */
  record ProbabilisticClassifyAndCount() implements Quantifier {
    @Override
    public double[] estimate(Posteriors target) {
      return Counting.SOFT.shares(target);
    }
  }

  /**
   * Counts corrected by what the counting makes of each true class: ACC (Forman 2008) with hard
   * counts, PACC (Bella et al. 2010) with soft ones. The correction is solved by least squares on
   * the simplex.
   *
   * @param response classes × classes: row i, column j is what class i gets of posts truly j
   */
  @SuppressWarnings("ArrayRecordComponent") // A fitted matrix; nobody compares two.
  record AdjustedCount(Counting counting, double[][] response) implements Quantifier {

    /**
     * @param calibration posteriors that the classifier gave to posts it was not trained on
     * @param truth the true class of each row
     */
    public static AdjustedCount fit(Counting counting, Posteriors calibration, int[] truth) {
      return new AdjustedCount(counting, counting.response(calibration, truth));
    }

    @Override
    public double[] estimate(Posteriors target) {
      return SimplexLeastSquares.solve(response, counting.shares(target));
    }
  }

  /**
   * Maximum likelihood under prior shift by EM (SLD, also EMQ: Saerens, Latinne, Decaestecker
   * 2002). Needs calibrated posteriors, collapses without ({@link Bcts}).
   *
   * @param trainingPrior shares of the classes that the posteriors assume
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Sld(double[] trainingPrior) implements Quantifier {
    @Override
    public double[] estimate(Posteriors target) {
      return ExpectationMaximization.shares(
          target, trainingPrior, trainingPrior, new double[trainingPrior.length]);
    }
  }

  /**
   * SLD with a prior: the mode under Dirichlet(1 + strength × parent), as if that many posts of the
   * parent's mix had been seen besides.
   *
   * @param parent shares of the parent cell
   * @param strength in posts
   */
  @SuppressWarnings("ArrayRecordComponent")
  record MapSld(double[] trainingPrior, double[] parent, double strength) implements Quantifier {
    @Override
    public double[] estimate(Posteriors target) {
      double[] pseudoCounts = new double[parent.length];
      for (int j = 0; j < parent.length; j++) {
        pseudoCounts[j] = strength * parent[j];
      }
      return ExpectationMaximization.shares(target, trainingPrior, parent, pseudoCounts);
    }
  }
}
