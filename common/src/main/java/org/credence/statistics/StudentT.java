package org.credence.statistics;

/**
 * Student's t distribution.
 *
 * @param degreesOfFreedom above 0; infinity is the normal distribution
 */
public record StudentT(double degreesOfFreedom) {

  /** From here on the normal distribution differs by less than 1e-6. */
  private static final double MANY = 1e6;

  private static final int STEPS = 200;

  public StudentT {
    if (!(degreesOfFreedom > 0)) {
      throw new IllegalArgumentException("degrees of freedom: " + degreesOfFreedom);
    }
    degreesOfFreedom = Math.min(degreesOfFreedom, MANY);
  }

  /** The probability of a value at least this far from 0, on either side. */
  public double outside(double t) {
    double df = degreesOfFreedom;
    return IncompleteBeta.regularized(df / 2, 0.5, df / (df + t * t));
  }

  /**
   * The t such that the given share of the distribution lies between -t and t.
   *
   * @param level between 0 and 1, e.g. 0.95
   */
  public double central(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level: " + level);
    }
    // Outside falls convexly, so Newton's steps from 0 only ever come closer, from below.
    double t = 0;
    for (int step = 0; step < STEPS; step++) {
      double next = t + (outside(t) - (1 - level)) / (2 * density(t));
      if (!(next > t * (1 + 1e-14))) {
        return t;
      }
      t = next;
    }
    return t;
  }

  private double density(double t) {
    double df = degreesOfFreedom;
    return Math.exp(
        IncompleteBeta.logGamma((df + 1) / 2)
            - IncompleteBeta.logGamma(df / 2)
            - Math.log(Math.PI * df) / 2
            - (df + 1) / 2 * Math.log1p(t * t / df));
  }
}
