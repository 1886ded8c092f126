package org.credence.statistics;

import java.io.Serializable;
import java.util.function.ToDoubleFunction;

/** One number for each {@link Figure}. */
public record Figures(double negative, double neutral, double positive, double net)
    implements Serializable {

  public static Figures of(ToDoubleFunction<Figure> value) {
    return new Figures(
        value.applyAsDouble(Figure.NEGATIVE),
        value.applyAsDouble(Figure.NEUTRAL),
        value.applyAsDouble(Figure.POSITIVE),
        value.applyAsDouble(Figure.NET));
  }

  /** Shares of the classes and the net that follows from them. */
  public static Figures ofShares(double[] shares) {
    return of(figure -> figure.of(shares));
  }

  public double get(Figure figure) {
    return switch (figure) {
      case NEGATIVE -> negative;
      case NEUTRAL -> neutral;
      case POSITIVE -> positive;
      case NET -> net;
    };
  }

  /** Negative, neutral, positive. */
  public double[] perClass() {
    return new double[] {negative, neutral, positive};
  }
}
