package org.credence.statistics;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What a cell says: shares of the classes and net, each with two intervals.
 *
 * @param method how it was estimated
 * @param voices sum of weights behind it
 * @param estimates one for every figure
 */
public record Prevalence(Method method, double voices, Map<Figure, Estimate> estimates) {

  public Prevalence {
    estimates = Map.copyOf(estimates);
  }

  static Prevalence of(Method method, double voices, Function<Figure, Estimate> estimate) {
    Map<Figure, Estimate> estimates = new EnumMap<>(Figure.class);
    for (Figure figure : Figure.values()) {
      estimates.put(figure, estimate.apply(figure));
    }
    return new Prevalence(method, voices, estimates);
  }

  public Estimate get(Figure figure) {
    Estimate estimate = estimates.get(figure);
    if (estimate == null) {
      throw new IllegalStateException("no estimate of " + figure);
    }
    return estimate;
  }

  /** The reported shares: negative, neutral, positive. A parent for smaller cells. */
  public double[] shares() {
    return new double[] {
      get(Figure.NEGATIVE).value(), get(Figure.NEUTRAL).value(), get(Figure.POSITIVE).value()
    };
  }
}
