package org.credence.jobs.cubes;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.credence.cubes.Level;

/**
 * What a change of some days reaches: every cell of their quarters (one hidden cell may hide
 * another there), the week into and out of them, and the changes of the periods that follow.
 *
 * @param months whose cells are computed, first days
 * @param quarters whose parts are needed for that, first days
 */
record Scope(SortedSet<LocalDate> months, SortedSet<LocalDate> quarters) {

  Scope {
    months = Collections.unmodifiableSortedSet(new TreeSet<>(months));
    quarters = Collections.unmodifiableSortedSet(new TreeSet<>(quarters));
  }

  static Scope of(Collection<LocalDate> days) {
    SortedSet<LocalDate> months = new TreeSet<>();
    for (LocalDate day : days) {
      LocalDate quarter = Level.QUARTER.first(day);
      for (int month = -1; month <= 3; month++) {
        months.add(quarter.plusMonths(month));
      }
    }
    SortedSet<LocalDate> quarters = new TreeSet<>();
    for (LocalDate month : months) {
      LocalDate quarter = Level.QUARTER.first(month);
      quarters.add(quarter);
      quarters.add(Level.QUARTER.previous(quarter));
      // The last week of the month may end in the quarter after.
      quarters.add(Level.QUARTER.first(month.plusMonths(1)));
    }
    return new Scope(months, quarters);
  }

  boolean isEmpty() {
    return months.isEmpty();
  }

  /** {@code YYYY-MM}. */
  SortedSet<String> monthNames() {
    SortedSet<String> names = new TreeSet<>();
    months.forEach(month -> names.add(month.toString().substring(0, 7)));
    return names;
  }
}
