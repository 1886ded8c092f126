package org.credence.jobs.cubes;

import java.util.Arrays;
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
 * <p>A cell of several languages is read by the most careful of their methods, with the mean of
 * their training priors weighted by voices.
 *
 * @param trainingPrior shares of negative, neutral, positive
 */
record Reading(Method method, List<Double> trainingPrior, ShiftTerm shift) {

  Reading {
    trainingPrior = List.copyOf(trainingPrior);
  }

  /**
   * @param evidence by language, at least one
   */
  static Reading of(SentimentQuality quality, String brand, SortedMap<String, Evidence> evidence) {
    if (evidence.size() == 1) {
      OfLanguage only = quality.of(evidence.firstKey());
      Method method = only.method(brand);
      return new Reading(method, only.trainingPrior(), only.shifts().of(method));
    }
    double all = evidence.values().stream().mapToLong(Evidence::weight).sum();
    Method method = Method.PCC;
    Double[] prior = {0.0, 0.0, 0.0};
    for (Map.Entry<String, Evidence> part : evidence.entrySet()) {
      OfLanguage language = quality.of(part.getKey());
      double share = part.getValue().weight() / all;
      Arrays.setAll(prior, j -> prior[j] + share * language.trainingPrior().get(j));
      // Methods are declared from the surest to the most careful.
      Method its = language.method(brand);
      method = its.compareTo(method) > 0 ? its : method;
    }
    return new Reading(method, List.of(prior), quality.together().of(method));
  }

  double[] prior() {
    return trainingPrior.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
