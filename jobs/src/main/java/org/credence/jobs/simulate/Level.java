package org.credence.jobs.simulate;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** Length of a period; a period is named by its first day. */
enum Level {
  DAY,
  WEEK,
  MONTH,
  QUARTER;

  LocalDate start(LocalDate day) {
    return switch (this) {
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
      case QUARTER -> LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
    };
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
