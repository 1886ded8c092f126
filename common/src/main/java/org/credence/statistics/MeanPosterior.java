package org.credence.statistics;

/** Probabilistic classify and count (PCC): the weighted mean of posteriors, with its variances. */
final class MeanPosterior {

  /** Posteriors that say next to nothing must not stretch an interval without end. */
  private static final double LEAST_RESPONSE = 0.2;

  private MeanPosterior() {}

  static PointEstimate of(Evidence evidence, AuthorSample authors) {
    double[] shares = shares(evidence);
    double squared = square(FixedPoint.toDouble(evidence.weight()));
    return new PointEstimate(
        shares,
        Figures.of(figure -> evidence.all().classification(figure) / squared),
        Figures.of(figure -> sampling(evidence, authors, figure, figure.of(shares))),
        Figures.of(figure -> response(evidence, shares, figure)));
  }

  /** Negative, neutral, positive; exact, the grid has no part in it. */
  static double[] shares(Evidence evidence) {
    double weight = evidence.weight();
    return new double[] {
      evidence.negative() / weight, evidence.neutral() / weight, evidence.positive() / weight
    };
  }

  /**
   * Linearised variance of a weighted mean when people are drawn: n/(n-1) × sum over people of (s -
   * mean × w)² / W². A post without an author is a person of its own. One person tells nothing
   * about others: then the largest variance that the range allows.
   */
  static double sampling(Evidence evidence, AuthorSample authors, Figure figure, double mean) {
    double largest = square(figure.largestDeviation());
    double clusters = authors.voices() + FixedPoint.toDouble(evidence.lone().ww());
    if (clusters < 2) {
      return largest;
    }
    double deviations = authors.deviations(figure, mean) + evidence.lone().deviations(figure, mean);
    double squared = square(FixedPoint.toDouble(evidence.weight()));
    return Math.min(largest, clusters / (clusters - 1) * deviations / squared);
  }

  /**
   * The mean of posteriors shows only a part of a true move of the shares: posteriors lean towards
   * the mix that they were calibrated on. If they are calibrated, that part is Var(posterior) /
   * Var(label) = 1 - E[Var(label | post)] / Var(label).
   */
  private static double response(Evidence evidence, double[] shares, Figure figure) {
    double mean = figure.of(shares);
    double ofLabel = (figure == Figure.NET ? shares[0] + shares[2] : mean) - mean * mean;
    double squares = FixedPoint.toDouble(evidence.all().ww());
    if (ofLabel <= 0 || squares <= 0) {
      return 1;
    }
    double unexplained = evidence.all().classification(figure) / squares;
    return Math.min(1, Math.max(LEAST_RESPONSE, 1 - unexplained / ofLabel));
  }

  private static double square(double x) {
    return x * x;
  }
}
