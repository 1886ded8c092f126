package org.credence.jobs.cubes;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What cells depend on beside the parts.
 *
 * @param leastPeople distinct people that a published cell needs
 * @param leastEmployees the same of a cell of the network employees
 * @param night last day that is published
 * @param firstDrop from here on a day without posts is a known zero, or missing
 * @param gaps days up to the night on which sources owed a drop, with their number
 * @param scope quarters, by their first days, whose parts are given
 * @param months of periods whose cells are asked for, {@code YYYY-MM}
 * @param epochs what scored the days, and how that is to be read
 */
record CellRules(
    int leastPeople,
    int leastEmployees,
    LocalDate night,
    LocalDate firstDrop,
    SortedMap<LocalDate, Integer> gaps,
    SortedSet<LocalDate> scope,
    SortedSet<String> months,
    Epochs epochs)
    implements Serializable {

  CellRules {
    gaps = Collections.unmodifiableSortedMap(new TreeMap<>(gaps));
    scope = Collections.unmodifiableSortedSet(new TreeSet<>(scope));
    months = Collections.unmodifiableSortedSet(new TreeSet<>(months));
  }

  /** Drops that were due in a period and did not come. */
  int gapsIn(Period period) {
    return gaps.subMap(period.first(), period.end()).values().stream()
        .mapToInt(Integer::intValue)
        .sum();
  }

  /** Whether something is known of a period even if nothing was said. */
  boolean isKnown(Period period) {
    return period.end().isAfter(firstDrop) && !period.first().isAfter(night);
  }
}
