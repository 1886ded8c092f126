package org.credence.jobs.nightly;

import java.time.LocalDate;
import java.util.stream.Stream;

/**
 * Dates from one to another, both included.
 *
 * @throws IllegalArgumentException when the first is after the last
 */
public record DateRange(LocalDate from, LocalDate to) {

  public DateRange {
    if (from.isAfter(to)) {
      throw new IllegalArgumentException(from + " is after " + to);
    }
  }

  Stream<LocalDate> dates() {
    return from.datesUntil(to.plusDays(1));
  }

  @Override
  public String toString() {
    return from + " to " + to;
  }
}
