package org.credence.jobs.cubes;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One published period of a brand, with the quarters that its days lie in.
 *
 * @param pieces the period itself, or its stretches in each of the quarters
 */
record Periods(Period period, List<Piece> pieces) {

  record Piece(QuarterCells cells, Period period) {}

  static Periods within(Period period, QuarterCells cells) {
    return new Periods(period, List.of(new Piece(cells, period)));
  }

  /** A week across two quarters; it is seen if both its stretches could be. */
  static Periods across(Period week, QuarterCells before, QuarterCells now) {
    var border = now.tree().quarter().first();
    return new Periods(
        week,
        List.of(
            new Piece(before, Period.stretch(week.first(), border)),
            new Piece(now, Period.stretch(border, week.end()))));
  }

  SortedSet<Series> series() {
    SortedSet<Series> series = new TreeSet<>();
    pieces.forEach(piece -> piece.cells().series().forEach(series::add));
    return series;
  }

  Cut cut(Series series) {
    List<Tally> said =
        pieces.stream().map(piece -> piece.cells().tally(series, piece.period())).toList();
    return new Cut(
        said.size() == 1 ? said.get(0) : Tally.sum(said),
        pieces.stream().allMatch(p -> p.cells().showsConversation(series, p.period())),
        pieces.stream().allMatch(p -> p.cells().showsTrust(series, p.period())));
  }

  /** Mean posteriors of the quarter in which the period begins, of the days of the same series. */
  Optional<double[]> usual(String mark) {
    return pieces.get(0).cells().usual(mark);
  }
}
