package org.credence.jobs.cubes;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.credence.jobs.cubes.SentimentQuality.OfLanguage;
import org.credence.statistics.Evidence;
import org.credence.statistics.Method;
import org.credence.statistics.ShiftTerm;

/**
 * How the posteriors of a cell are to be read.
 *
 * <p>A cell of several languages, or of days that were scored in several ways, is read by the most
 * careful of their methods, with the mean of their training priors weighted by voices.
 *
 * @param trainingPrior shares of negative, neutral, positive
 */
record Reading(Method method, List<Double> trainingPrior, ShiftTerm shift) {

  Reading {
    trainingPrior = List.copyOf(trainingPrior);
  }

  /**
   * @param qualities by the mark of a scale
   * @param evidence at least one
   */
  static Reading of(
      SortedMap<String, SentimentQuality> qualities,
      String brand,
      SortedMap<Scale, Evidence> evidence) {
    if (evidence.size() == 1) {
      OfLanguage only = of(qualities, evidence.firstKey());
      Method method = only.method(brand);
      return new Reading(method, only.trainingPrior(), only.shifts().of(method));
    }
    double all = evidence.values().stream().mapToLong(Evidence::weight).sum();
    Method method = Method.PCC;
    Double[] prior = {0.0, 0.0, 0.0};
    for (Map.Entry<Scale, Evidence> part : evidence.entrySet()) {
      OfLanguage language = of(qualities, part.getKey());
      double share = part.getValue().weight() / all;
      Arrays.setAll(prior, j -> prior[j] + share * language.trainingPrior().get(j));
      // Methods are declared from the surest to the most careful.
      Method its = language.method(brand);
      method = its.compareTo(method) > 0 ? its : method;
    }
    return new Reading(method, List.of(prior), together(qualities, evidence.keySet(), method));
  }

  private static OfLanguage of(SortedMap<String, SentimentQuality> qualities, Scale scale) {
    return quality(qualities, scale).of(scale.language());
  }

  private static SentimentQuality quality(
      SortedMap<String, SentimentQuality> qualities, Scale scale) {
    return qualities.getOrDefault(scale.mark(), SentimentQuality.UNKNOWN);
  }

  /** Where scores of several ways are mixed, the widest of their terms. */
  private static ShiftTerm together(
      SortedMap<String, SentimentQuality> qualities, Collection<Scale> scales, Method method) {
    return scales.stream()
        .map(scale -> quality(qualities, scale).together().of(method))
        .max(Comparator.comparingDouble(term -> term.tau().net()))
        .orElseThrow();
  }

  double[] prior() {
    return trainingPrior.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
