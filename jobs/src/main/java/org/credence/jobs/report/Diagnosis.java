package org.credence.jobs.report;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.credence.cubes.Level;

/** Which period the report speaks of. */
final class Diagnosis {

  private static final List<Level> FINEST_FIRST = List.of(Level.WEEK, Level.MONTH, Level.QUARTER);

  private Diagnosis() {}

  /**
   * The latest complete period of the finest level that still speaks of at least half as many
   * brands as the level that speaks of most: a thin conversation is reported by month or quarter.
   *
   * @param night last day that is published
   */
  static Span span(List<TrustCell> cells, LocalDate night) {
    Map<Span, Long> brands =
        cells.stream()
            .filter(cell -> cell.net().isPresent() && !cell.partial())
            .collect(Collectors.groupingBy(TrustCell::span, Collectors.counting()));
    long most =
        FINEST_FIRST.stream()
            .mapToLong(level -> brands.getOrDefault(last(level, night), 0L))
            .max()
            .orElse(0);
    return FINEST_FIRST.stream()
        .map(level -> last(level, night))
        .filter(span -> brands.getOrDefault(span, 0L) * 2 >= Math.max(1, most))
        .findFirst()
        .or(() -> brands.keySet().stream().max(Comparator.naturalOrder()))
        .orElse(last(Level.WEEK, night));
  }

  /** The last period of the level that ends with the night or before it. */
  static Span last(Level level, LocalDate night) {
    LocalDate running = level.first(night);
    boolean complete = level.next(running).equals(night.plusDays(1));
    return new Span(level, complete ? running : level.previous(running));
  }
}
