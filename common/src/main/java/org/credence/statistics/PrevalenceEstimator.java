package org.credence.statistics;

import java.util.Optional;

/**
 * Estimates cells by one method: half-widths are t × √(classification variance + tau²) for these
 * posts, and the same with the sampling variance for the conversation.
 *
 * <p>The mean of posteriors is drawn towards the parent by the weight of {@code strength} voices: a
 * cell of n voices keeps n / (n + strength) of its own. The interval stays where the unshrunk
 * estimate put it, widened to reach the reported value if that lies outside, so that shrinking
 * never costs coverage. MAP-SLD needs no shrinking: its prior does it.
 */
public final class PrevalenceEstimator {

  /** Voices that the parent counts for: fixed before any test was looked at. */
  public static final double STRENGTH = 5;

  public static final double LEVEL = 0.95;

  private final Method method;
  private final double[] trainingPrior;
  private final ShiftTerm shift;
  private final double strength;
  private final double t;

  /**
   * @param trainingPrior shares of the classes that the posteriors assume
   * @param strength of the parent, in voices
   * @param level of both intervals
   */
  public PrevalenceEstimator(
      Method method, double[] trainingPrior, ShiftTerm shift, double strength, double level) {
    this.method = method;
    this.trainingPrior = trainingPrior.clone();
    this.shift = shift;
    this.strength = strength;
    this.t = new StudentT(shift.degreesOfFreedom()).central(level);
  }

  /** With the usual strength and level. */
  public PrevalenceEstimator(Method method, double[] trainingPrior, ShiftTerm shift) {
    this(method, trainingPrior, shift, STRENGTH, LEVEL);
  }

  /**
   * @param authors the people behind the evidence
   * @param parent shares of the cell's parent: negative, neutral, positive
   * @return nothing for a cell without voices
   */
  public Optional<Prevalence> estimate(Evidence evidence, AuthorSample authors, double[] parent) {
    if (evidence.weight() <= 0) {
      return Optional.empty();
    }
    PointEstimate point =
        switch (method) {
          case PCC, NO_LABELS -> MeanPosterior.of(evidence, authors);
          case MAP_SLD ->
              PriorShift.of(
                  evidence, authors, new Quantifier.MapSld(trainingPrior, parent, strength));
        };
    double voices = FixedPoint.toDouble(evidence.weight());
    double own = method == Method.MAP_SLD ? 1 : voices / (voices + strength);
    double[] reported = new double[parent.length];
    for (int j = 0; j < parent.length; j++) {
      reported[j] = own * point.shares()[j] + (1 - own) * parent[j];
    }
    return Optional.of(
        Prevalence.of(
            method,
            voices,
            figure -> estimate(figure, point, figure.of(reported), figure.of(parent))));
  }

  private Estimate estimate(Figure figure, PointEstimate point, double value, double parent) {
    double unshrunk = figure.of(point.shares());
    double classification = point.classification().get(figure);
    double sampling = point.sampling().get(figure);
    double response = point.response().get(figure);
    double reach = HiddenMove.of(unshrunk - parent, sampling, response);
    return new Estimate(
        value,
        unshrunk,
        classification,
        sampling,
        response,
        interval(figure, unshrunk, classification, reach).widenedTo(value),
        interval(figure, unshrunk, classification + sampling, reach).widenedTo(value));
  }

  private Interval interval(Figure figure, double centre, double variance, double reach) {
    double tau = shift.tau().get(figure);
    return Interval.around(centre, t * Math.sqrt(variance + tau * tau))
        .reaching(reach)
        .clippedTo(figure.lowest(), figure.highest());
  }
}
