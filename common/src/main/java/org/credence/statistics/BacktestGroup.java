package org.credence.statistics;

/**
 * One group of a backtest: a brand or a topic that the model had not seen as it was then.
 *
 * @param truth the labelled shares (or, for changes, their differences) among the group's posts
 * @param estimate the same by the method that will serve
 * @param variance the classification variance of the estimate, see {@link
 *     Estimate#classificationVariance}; it is not part of the shift
 */
public record BacktestGroup(Figures truth, Figures estimate, Figures variance) {

  /**
   * @param truth labelled shares of the classes among the posts
   * @param estimated what the method made of the same posts, by any shift term
   */
  public static BacktestGroup of(double[] truth, Prevalence estimated) {
    return new BacktestGroup(
        Figures.ofShares(truth),
        Figures.of(figure -> estimated.get(figure).unshrunk()),
        Figures.of(figure -> estimated.get(figure).classificationVariance()));
  }

  /** The step from this group to the same brand's next period, for a backtest of changes. */
  public BacktestGroup changeTo(BacktestGroup next) {
    return new BacktestGroup(
        Figures.of(figure -> next.truth.get(figure) - truth.get(figure)),
        Figures.of(figure -> next.estimate.get(figure) - estimate.get(figure)),
        Figures.of(figure -> next.variance.get(figure) + variance.get(figure)));
  }

  /** Mean over the classes. */
  double absoluteError() {
    double sum = 0;
    for (int j = 0; j < 3; j++) {
      sum += Math.abs(estimate.perClass()[j] - truth.perClass()[j]);
    }
    return sum / 3;
  }

  double excess(Figure figure) {
    double error = estimate.get(figure) - truth.get(figure);
    return error * error - variance.get(figure);
  }
}
