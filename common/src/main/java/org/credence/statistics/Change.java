package org.credence.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * The change of a figure between two periods of one series, judged as a change of the conversation:
 * people are drawn anew in each period.
 *
 * <p>The noise of a change is the clustered sampling of both periods and the shift that does not
 * cancel. The classification variance is no part of it: what posteriors get wrong post by post is
 * already in how they vary from person to person (in quiet simulated weeks, with a constant shift,
 * p falls below 0.05 in 3 to 5% of them; with that variance on top hardly ever, and real crises are
 * missed).
 *
 * @param value difference of the reported values
 * @param interval for the change on its own, at the level asked
 * @param p probability of a change at least as far from 0 if there were none
 */
public record Change(double value, Interval interval, double p) {

  /** Family-wide rate of false discoveries. */
  public static final double FALSE_DISCOVERIES = 0.05;

  /**
   * @param shift of the change: from a backtest of neighbouring periods, or {@link
   *     ShiftTerm#ofChange}
   * @param level of the interval
   */
  public static Change between(
      Estimate before, Estimate after, Figure figure, ShiftTerm shift, double level) {
    double raw = after.unshrunk() - before.unshrunk();
    double value = after.value() - before.value();
    double sampling = before.samplingVariance() + after.samplingVariance();
    double tau = shift.tau().get(figure);
    double variance = sampling + tau * tau;
    if (variance == 0) {
      return new Change(value, Interval.around(raw, 0).widenedTo(value), raw == 0 ? 1 : 0);
    }
    StudentT distribution = new StudentT(degreesOfFreedom(variance, tau, shift));
    double error = Math.sqrt(variance);
    double widest = figure.highest() - figure.lowest();
    Interval interval =
        Interval.around(raw, distribution.central(level) * error)
            .reaching(HiddenMove.of(raw, variance, Math.min(before.response(), after.response())))
            .clippedTo(-widest, widest);
    return new Change(value, interval.widenedTo(value), distribution.outside(raw / error));
  }

  /**
   * Which changes of a family can be told from noise: Benjamini-Hochberg, so that many quiet
   * brand-weeks do not raise an alarm by their number. A family is all changes that a page shows
   * side by side: all brands and periods of one figure.
   */
  public static List<Boolean> toldFromNoise(List<Change> family) {
    double[] p = family.stream().mapToDouble(Change::p).toArray();
    List<Boolean> told = new ArrayList<>();
    for (boolean rejected : BenjaminiHochberg.rejected(p, FALSE_DISCOVERIES)) {
      told.add(rejected);
    }
    return told;
  }

  /** Welch-Satterthwaite: only tau is itself an estimate from a few groups. */
  private static double degreesOfFreedom(double variance, double tau, ShiftTerm shift) {
    double share = tau * tau / variance;
    return shift.degreesOfFreedom() / (share * share);
  }
}
