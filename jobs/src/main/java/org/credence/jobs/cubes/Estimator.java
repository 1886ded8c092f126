package org.credence.jobs.cubes;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.credence.statistics.Evidence;
import org.credence.statistics.EvidenceBuilder;
import org.credence.statistics.Prevalence;
import org.credence.statistics.PrevalenceEstimator;

/** Estimates the cells of one brand. */
final class Estimator {

  private final SortedMap<String, SentimentQuality> qualities;
  private final String brand;

  /** Quantiles take time, and most cells of a brand are read in the same way. */
  private final Map<Reading, PrevalenceEstimator> estimators = new HashMap<>();

  /**
   * @param qualities by the mark of a scale
   */
  Estimator(SortedMap<String, SentimentQuality> qualities, String brand) {
    this.qualities = qualities;
    this.brand = brand;
  }

  /** A prevalence and how it was come by. */
  record Judged(Prevalence prevalence, Reading reading) {}

  /** Mean posteriors of a cell, negative, neutral, positive: what its children are drawn to. */
  static Optional<double[]> usual(Tally tally) {
    Evidence all = sum(tally.evidence());
    double weight = all.weight();
    return weight <= 0
        ? Optional.empty()
        : Optional.of(
            new double[] {
              all.negative() / weight, all.neutral() / weight, all.positive() / weight
            });
  }

  /**
   * @param parent shares that a small cell is drawn to
   * @return nothing for a cell without voices
   */
  Optional<Judged> estimate(Tally tally, double[] parent) {
    SortedMap<Scale, Evidence> evidence = tally.evidence();
    if (evidence.isEmpty()) {
      return Optional.empty();
    }
    Reading reading = Reading.of(qualities, brand, evidence);
    PrevalenceEstimator estimator =
        evidence.size() > 1
            ? estimator(reading)
            : estimators.computeIfAbsent(reading, Estimator::estimator);
    return estimator
        .estimate(sum(evidence), tally.authors(), parent)
        .map(prevalence -> new Judged(prevalence, reading));
  }

  private static PrevalenceEstimator estimator(Reading reading) {
    return new PrevalenceEstimator(reading.method(), reading.prior(), reading.shift());
  }

  private static Evidence sum(SortedMap<Scale, Evidence> evidence) {
    EvidenceBuilder sum = new EvidenceBuilder();
    evidence.values().forEach(sum::add);
    return sum.build();
  }
}
