package org.credence.jobs.cubes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.credence.cubes.Level;

/**
 * The periods of one quarter and which add up to which. Months are sums of weeks and stretches,
 * those of days; so a tree, and what happens in one quarter never reaches another. A week across
 * two quarters is in neither tree: it is published when both its stretches could be.
 *
 * @param parts periods of each period that is a sum of others
 */
record QuarterTree(Period quarter, List<Period> periods, Map<Period, List<Period>> parts) {

  static QuarterTree of(LocalDate day) {
    Period quarter = Period.of(Level.QUARTER, day);
    Map<Period, List<Period>> parts = new LinkedHashMap<>();
    List<Period> months = new ArrayList<>();
    for (LocalDate at = quarter.first(); at.isBefore(quarter.end()); at = at.plusMonths(1)) {
      Period month = Period.of(Level.MONTH, at);
      months.add(month);
      parts.put(month, weeksAndStretches(month));
    }
    Map<Period, List<Period>> sums = new LinkedHashMap<>();
    sums.put(quarter, months);
    sums.putAll(parts);
    for (Period month : months) {
      for (Period piece : parts.getOrDefault(month, List.of())) {
        sums.put(piece, days(piece));
      }
    }
    for (Period week : acrossMonths(quarter)) {
      sums.put(week, sums.keySet().stream().filter(p -> p.stretch() && p.isIn(week)).toList());
    }
    List<Period> all = new ArrayList<>(sums.keySet());
    quarter.first().datesUntil(quarter.end()).forEach(at -> all.add(Period.of(Level.DAY, at)));
    return new QuarterTree(quarter, all, sums);
  }

  /** What adds up to a period; nothing for a day. */
  List<Period> partsOf(Period period) {
    return parts.getOrDefault(period, List.of());
  }

  /** The week that lies partly in the quarter before, if there is one. */
  static Period weekInto(LocalDate quarter) {
    return Period.of(Level.WEEK, quarter);
  }

  private static List<Period> weeksAndStretches(Period month) {
    List<Period> pieces = new ArrayList<>();
    LocalDate at = month.first();
    while (at.isBefore(month.end())) {
      Period week = Period.of(Level.WEEK, at);
      LocalDate end = week.end().isAfter(month.end()) ? month.end() : week.end();
      pieces.add(week.isIn(month) ? week : Period.stretch(at, end));
      at = end;
    }
    return pieces;
  }

  private static List<Period> acrossMonths(Period quarter) {
    List<Period> weeks = new ArrayList<>();
    for (int month = 1; month < 3; month++) {
      Period week = Period.of(Level.WEEK, quarter.first().plusMonths(month));
      if (week.first().isBefore(quarter.first().plusMonths(month))) {
        weeks.add(week);
      }
    }
    return weeks;
  }

  private static List<Period> days(Period period) {
    return period.first().datesUntil(period.end()).map(at -> Period.of(Level.DAY, at)).toList();
  }
}
