package org.credence.jobs.cubes;

import static org.apache.spark.sql.functions.lit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.apache.spark.sql.Column;
import org.credence.cubes.Level;
import org.credence.lake.Posts;

/** Conditions on the day that partitions and file statistics can answer. */
final class Days {

  private Days() {}

  /** Any of these days. */
  static Column among(SortedSet<LocalDate> days) {
    return among(Level.DAY, days);
  }

  /**
   * Any day of these periods.
   *
   * @param periods first days
   */
  static Column among(Level level, SortedSet<LocalDate> periods) {
    List<Column> ranges = new ArrayList<>();
    LocalDate from = null;
    LocalDate end = null;
    for (LocalDate period : periods) {
      if (from != null && end != null && !period.equals(end)) {
        ranges.add(between(from, end));
        from = period;
      }
      from = from == null ? period : from;
      end = level.next(period);
    }
    if (from != null && end != null) {
      ranges.add(between(from, end));
    }
    return ranges.stream().reduce(Column::or).orElse(lit(false));
  }

  private static Column between(LocalDate from, LocalDate end) {
    return Posts.DAY.col().geq(lit(from)).and(Posts.DAY.col().lt(lit(end)));
  }
}
