package org.credence.statistics;

import java.io.Serializable;
import java.util.List;

/**
 * How far estimates are off because the world is not the training set, beyond what posteriors say:
 * the standard deviation tau of that error, which no number of posts makes smaller.
 *
 * <p>Without it a 95% interval covers 11 to 37% (bootstraps, measured on RepLab 2013).
 *
 * @param tau per figure, in the unit of the figure
 * @param degreesOfFreedom what tau rests on
 * @param basis where tau is from
 */
public record ShiftTerm(Figures tau, double degreesOfFreedom, Basis basis) implements Serializable {

  /** An assumption, one quarter: topics and campaigns that change how people speak last as long. */
  public static final double HALF_LIFE_DAYS = 91;

  /** What a shift term rests on; the cube says it. */
  public enum Basis {
    /** Errors on held-out labelled groups. */
    BACKTEST,
    /** Labels, but none by group: what never-seen brands showed elsewhere. */
    NEVER_SEEN,
    /** No labels at all. */
    NO_LABELS
  }

  /**
   * tau² = max(0, mean over groups of (error² - classification variance)), with one degree of
   * freedom less than groups.
   *
   * @param groups at least two, each with 100 labelled posts or more: below, noise drowns the shift
   */
  public static ShiftTerm fromBacktest(List<BacktestGroup> groups) {
    if (groups.size() < 2) {
      throw new IllegalArgumentException(
          "a backtest takes at least 2 groups, got %d".formatted(groups.size()));
    }
    Figures tau =
        Figures.of(
            figure ->
                Math.sqrt(
                    Math.max(
                        0,
                        groups.stream().mapToDouble(g -> g.excess(figure)).average().orElse(0))));
    return new ShiftTerm(tau, groups.size() - 1, Basis.BACKTEST);
  }

  /**
   * For labels without groups. Held-out brands of RepLab 2013 (56 brands) needed a half-width of
   * 0.29 = t(55) × 0.145 per class. Net was not measured: if the classes' errors sum to zero and
   * are alike, its error is √3 times theirs.
   */
  public static ShiftTerm neverSeen() {
    return new ShiftTerm(new Figures(.145, .145, .145, .145 * Math.sqrt(3)), 55, Basis.NEVER_SEEN);
  }

  /**
   * Without labels nothing bounds the error but the range of the figure, and no error within a
   * range has a larger standard deviation than half of it: intervals cover all or nearly all of the
   * range.
   */
  public static ShiftTerm noLabels() {
    return new ShiftTerm(
        Figures.of(Figure::largestDeviation), Double.POSITIVE_INFINITY, Basis.NO_LABELS);
  }

  /**
   * The shift of a change between two periods of one brand, when no backtest of changes exists: the
   * two errors are alike (the same brand, model and ways of speaking) and mostly cancel. Taken to
   * lose half of their correlation in {@link #HALF_LIFE_DAYS}: 0.95 from week to week, where tau of
   * a change is then 0.32 tau; 0.79 from month to month; a half from quarter to quarter.
   *
   * @param days from period to period, start to start
   */
  public ShiftTerm ofChange(int days) {
    double correlation = Math.pow(0.5, days / HALF_LIFE_DAYS);
    double factor = Math.sqrt(2 * (1 - correlation));
    return new ShiftTerm(Figures.of(figure -> factor * tau.get(figure)), degreesOfFreedom, basis);
  }
}
