package org.credence.jobs.nightly;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The dates of one night. A lake that is already further stays so: an older night takes its drops,
 * as late data, and what is published again is of the night that stands.
 *
 * @param night as asked for
 * @param taken up to which drops have been taken once the night is done
 * @param published last day of what is published
 */
record Dates(LocalDate night, LocalDate taken, LocalDate published) {

  /** A night of a lake that is not further. */
  static Dates at(LocalDate night) {
    return new Dates(night, night, night);
  }

  /**
   * @param stands night of the edition that stands
   */
  static Dates of(LocalDate night, Ledger done, Optional<LocalDate> stands) {
    Optional<LocalDate> ingested =
        done.of(Step.INGEST).map(Ledger.Entry::date).map(LocalDate::parse);
    return new Dates(night, later(night, ingested), later(night, stands));
  }

  /** The night of an edition, whose name begins with it. */
  static Optional<LocalDate> ofEdition(String name) {
    try {
      return name.length() < 10
          ? Optional.empty()
          : Optional.of(LocalDate.parse(name.substring(0, 10)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The date of a drop, whose key ends with it. */
  static LocalDate ofDrop(String drop) {
    return LocalDate.parse(drop.substring(drop.lastIndexOf('/') + 1));
  }

  private static LocalDate later(LocalDate night, Optional<LocalDate> other) {
    return other.filter(night::isBefore).orElse(night);
  }

  /** What the result of a stage depends on. */
  LocalDate of(Step step) {
    return switch (step) {
      case INGEST -> taken;
      case TRAIN -> night;
      case APPLY, TOPICS, CUBES, REPORT, MAINTAIN -> published;
    };
  }

  /** The date that a stage is given: drops of other nights are not looked at. */
  LocalDate ofNight(Step step) {
    return step == Step.INGEST ? night : of(step);
  }

  boolean isLate() {
    return night.isBefore(published);
  }
}
