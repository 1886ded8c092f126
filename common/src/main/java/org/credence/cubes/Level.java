package org.credence.cubes;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/**
 * A length of period. Each level is computed from the days, never from another level: people are
 * not additive. A period is named by its first day.
 */
public enum Level {
  DAY(new Words("Day", "Jour")),
  /** ISO: Monday to Sunday. */
  WEEK(new Words("Week", "Semaine")),
  MONTH(new Words("Month", "Mois")),
  QUARTER(new Words("Quarter", "Trimestre"));

  private final Words title;

  Level(Words title) {
    this.title = title;
  }

  /** As cells name it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Words title() {
    return title;
  }

  /** The first day of the period that a day belongs to. */
  public LocalDate first(LocalDate day) {
    return switch (this) {
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
      case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
    };
  }

  /**
   * The first day of the next period.
   *
   * @param first day of a period
   */
  public LocalDate next(LocalDate first) {
    return switch (this) {
      case DAY -> first.plusDays(1);
      case WEEK -> first.plusWeeks(1);
      case MONTH -> first.plusMonths(1);
      case QUARTER -> first.plusMonths(3);
    };
  }

  /**
   * The first day of the period before.
   *
   * @param first day of a period
   */
  public LocalDate previous(LocalDate first) {
    return first(first.minusDays(1));
  }
}
