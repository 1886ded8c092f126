package org.credence.statistics;

import java.util.function.IntToDoubleFunction;

/**
 * MAP-SLD on a cell's histogram, with variances by its influence function: the estimate is, to
 * first order, the mean over posts of psi = H⁻¹ score, H being the curvature of the penalised
 * likelihood.
 *
 * <p>Among the cell's own posts the error is the mean of psi minus the mean of the true labels, of
 * variance E[q(1 - q) + (psi - (q - share))²] / n, with q the posterior under the estimated shares
 * and n the effective number of posts. For the sampling of people the clustered variance of the
 * mean posterior is scaled by how much more psi varies than the posterior does.
 */
final class PriorShift {

  private final double[] shares;
  private final Posteriors histogram;
  private final double[][] posteriors;
  private final double[][] influence;

  private PriorShift(Posteriors histogram, Quantifier.MapSld method) {
    this.histogram = histogram;
    this.shares = method.estimate(histogram);
    this.posteriors = new double[histogram.size()][];
    for (int i = 0; i < histogram.size(); i++) {
      posteriors[i] =
          ExpectationMaximization.reweighted(histogram.rows()[i], method.trainingPrior(), shares);
    }
    this.influence = influence(method);
  }

  static PointEstimate of(Evidence evidence, AuthorSample authors, Quantifier.MapSld method) {
    PriorShift shift = new PriorShift(evidence.posteriors(), method);
    double weight = FixedPoint.toDouble(evidence.weight());
    double perPost = FixedPoint.toDouble(evidence.all().ww()) / (weight * weight);
    double[] means = MeanPosterior.shares(evidence);
    return new PointEstimate(
        shift.shares,
        Figures.of(figure -> perPost * shift.unexplained(figure)),
        Figures.of(
            figure -> {
              double mean = figure.of(means);
              double largest = figure.largestDeviation() * figure.largestDeviation();
              double sampling = MeanPosterior.sampling(evidence, authors, figure, mean);
              return Math.min(largest, sampling * shift.amplification(figure, mean));
            }),
        Figures.of(figure -> 1));
  }

  private double unexplained(Figure figure) {
    return mean(
        i -> {
          double q = figure.of(posteriors[i]);
          double square = figure == Figure.NET ? posteriors[i][0] + posteriors[i][2] : q;
          double gap = figure.of(influence[i]) - (q - figure.of(shares));
          return square - q * q + gap * gap;
        });
  }

  private double amplification(Figure figure, double mean) {
    double ofInfluence = mean(i -> Math.pow(figure.of(influence[i]), 2));
    double ofPosterior = mean(i -> Math.pow(figure.of(histogram.rows()[i]) - mean, 2));
    return ofPosterior > 1e-12 ? ofInfluence / ofPosterior : 1;
  }

  /** psi of every row. Neutral is eliminated: the shares sum to 1. */
  private double[][] influence(Quantifier.MapSld method) {
    double[][] scores = new double[histogram.size()][];
    double total = histogram.weight() + method.strength();
    double[][] curvature = new double[2][2];
    for (int i = 0; i < scores.length; i++) {
      double neutral = ratio(posteriors[i], 1);
      scores[i] =
          new double[] {ratio(posteriors[i], 0) - neutral, ratio(posteriors[i], 2) - neutral};
      addOuter(curvature, scores[i], histogram.weights()[i] / total);
    }
    double[] prior = new double[3];
    for (int j = 0; j < 3; j++) {
      prior[j] = shares[j] > 0 ? method.parent()[j] / (shares[j] * shares[j]) : 0;
    }
    double share = method.strength() / total;
    curvature[0][0] += share * (prior[0] + prior[1]);
    curvature[1][1] += share * (prior[2] + prior[1]);
    curvature[0][1] += share * prior[1];
    curvature[1][0] += share * prior[1];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = solve(curvature, scores[i]);
    }
    return scores;
  }

  private double ratio(double[] posterior, int j) {
    return shares[j] > 0 ? posterior[j] / shares[j] : 0;
  }

  private static void addOuter(double[][] sum, double[] v, double weight) {
    for (int r = 0; r < 2; r++) {
      for (int c = 0; c < 2; c++) {
        sum[r][c] += weight * v[r] * v[c];
      }
    }
  }

  private static double[] solve(double[][] curvature, double[] score) {
    double determinant = curvature[0][0] * curvature[1][1] - curvature[0][1] * curvature[1][0];
    if (determinant < 1e-12) {
      return new double[3];
    }
    double negative = (curvature[1][1] * score[0] - curvature[0][1] * score[1]) / determinant;
    double positive = (curvature[0][0] * score[1] - curvature[1][0] * score[0]) / determinant;
    return new double[] {negative, -negative - positive, positive};
  }

  private double mean(IntToDoubleFunction value) {
    double sum = 0;
    for (int i = 0; i < histogram.size(); i++) {
      sum += histogram.weights()[i] * value.applyAsDouble(i);
    }
    return sum / histogram.weight();
  }
}
