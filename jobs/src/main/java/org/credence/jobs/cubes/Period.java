package org.credence.jobs.cubes;

import java.time.LocalDate;
import org.credence.cubes.Level;

/**
 * Days that are looked at together.
 *
 * @param level what it is published as; week for a stretch
 * @param end the day after the last
 * @param stretch the days of a week that lie in one month when the week lies in two: not published,
 *     but it can be had as a difference, so it is protected like a cell
 */
record Period(Level level, LocalDate first, LocalDate end, boolean stretch) {

  static Period of(Level level, LocalDate day) {
    LocalDate first = level.first(day);
    return new Period(level, first, level.next(first), false);
  }

  /** The days from one to the other, a part of a week. */
  static Period stretch(LocalDate first, LocalDate end) {
    return new Period(Level.WEEK, first, end, true);
  }

  boolean isIn(Period other) {
    return !first.isBefore(other.first) && !end.isAfter(other.end);
  }

  /** Whether some of its days are still to come. */
  boolean isPartial(LocalDate night) {
    return end.isAfter(night.plusDays(1));
  }

  /** The published period before it. */
  LocalDate previous() {
    return level.previous(first);
  }

  /** {@code YYYY-MM} under which its cells are stored. */
  String month() {
    return first.toString().substring(0, 7);
  }
}
