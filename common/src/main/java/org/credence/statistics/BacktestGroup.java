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

  double excess(Figure figure) {
    double error = estimate.get(figure) - truth.get(figure);
    return error * error - variance.get(figure);
  }
}
