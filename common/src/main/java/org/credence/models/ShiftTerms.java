package org.credence.models;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.credence.statistics.BacktestGroup;
import org.credence.statistics.Figures;
import org.credence.statistics.Method;
import org.credence.statistics.ShiftTerm;

/** Shift terms as cards keep them, and what holds for posts of several languages together. */
public final class ShiftTerms {

  private ShiftTerms() {}

  /**
   * The shift term of posts that these models score together: from the groups of all backtests, or
   * the widest of the models' own terms when a model has none.
   *
   * @param cards of the models that serve, at least one
   */
  public static ShiftTerm pooled(Collection<ModelCard> cards, Method method) {
    List<Optional<ModelCard.Backtest>> backtests =
        cards.stream()
            .map(card -> Optional.ofNullable(card.backtests().get(method.code())))
            .toList();
    if (backtests.stream().allMatch(Optional::isPresent)) {
      return ShiftTerm.fromBacktest(
          backtests.stream()
              .flatMap(backtest -> backtest.orElseThrow().groups().stream())
              .map(ShiftTerms::group)
              .toList());
    }
    return cards.stream()
        .map(card -> of(card, method))
        .max((a, b) -> Double.compare(a.tau().net(), b.tau().net()))
        .orElseThrow(() -> new IllegalArgumentException("no card given"));
  }

  /** The shift term that a backtest gives. */
  public static ShiftTerm of(ModelCard.Backtest backtest) {
    return ShiftTerm.fromBacktest(backtest.groups().stream().map(ShiftTerms::group).toList());
  }

  /** The shift term of one model; of a method that its card does not know, the widest. */
  public static ShiftTerm of(ModelCard card, Method method) {
    ModelCard.Shift shift = card.shiftTerms().get(method.code());
    if (shift == null) {
      return ShiftTerm.noLabels();
    }
    double degrees = shift.degreesOfFreedom();
    return new ShiftTerm(
        figures(shift.tau()),
        degrees < 0 ? Double.POSITIVE_INFINITY : degrees,
        ShiftTerm.Basis.valueOf(shift.basis().toUpperCase(Locale.ROOT)));
  }

  /** As a card keeps it. */
  public static ModelCard.Shift of(ShiftTerm term) {
    double degrees = term.degreesOfFreedom();
    return new ModelCard.Shift(
        list(term.tau()),
        Double.isInfinite(degrees) ? -1 : degrees,
        term.basis().name().toLowerCase(Locale.ROOT));
  }

  public static ModelCard.Group of(String name, long rows, BacktestGroup group) {
    return new ModelCard.Group(
        name, rows, list(group.truth()), list(group.estimate()), list(group.variance()));
  }

  private static BacktestGroup group(ModelCard.Group group) {
    return new BacktestGroup(
        figures(group.truth()), figures(group.estimate()), figures(group.variance()));
  }

  private static Figures figures(List<Double> values) {
    return new Figures(values.get(0), values.get(1), values.get(2), values.get(3));
  }

  private static List<Double> list(Figures figures) {
    return List.of(figures.negative(), figures.neutral(), figures.positive(), figures.net());
  }
}
