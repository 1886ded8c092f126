package org.credence.statistics;

/** What is reported of a cell: three shares that sum to 1, and net = positive - negative. */
public enum Figure {
  NEGATIVE(0, 1),
  NEUTRAL(0, 1),
  POSITIVE(0, 1),
  NET(-1, 1);

  private final double lowest;
  private final double highest;

  Figure(double lowest, double highest) {
    this.lowest = lowest;
    this.highest = highest;
  }

  public double lowest() {
    return lowest;
  }

  public double highest() {
    return highest;
  }

  /** No variable of this range has a larger standard deviation (Popoviciu 1935). */
  public double largestDeviation() {
    return (highest - lowest) / 2;
  }

  /** This figure of three values, one per class: negative, neutral, positive. */
  public double of(double[] perClass) {
    return this == NET ? perClass[2] - perClass[0] : perClass[ordinal()];
  }
}
