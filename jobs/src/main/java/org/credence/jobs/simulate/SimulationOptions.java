package org.credence.jobs.simulate;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What to simulate.
 *
 * @param seed the same seed gives the same bytes
 * @param firstDrop date of the first nightly drop; it holds the posts of the day before
 * @param nights number of nightly drops, 1 to 3660; the whole story needs 60
 * @param scale 1 is the demo of about 64,000 posts; volumes are proportional to it, 0.01 to 50
 */
public record SimulationOptions(long seed, LocalDate firstDrop, int nights, double scale) {

  /** The demo that the README shows: drops of 2026-01-05 to 2026-03-05. */
  public static final SimulationOptions DEMO =
      new SimulationOptions(20260105, LocalDate.of(2026, 1, 5), 60, 1.0);

  /** Reporting zone in which the simulated days begin and end. */
  public static final ZoneId ZONE = ZoneId.of("Europe/Paris");

  public SimulationOptions {
    if (nights < 1 || nights > 3660) {
      throw new IllegalArgumentException("nights must be 1 to 3660, was " + nights);
    }
    if (!(scale >= 0.01 && scale <= 50)) {
      throw new IllegalArgumentException("scale must be 0.01 to 50, was " + scale);
    }
  }

  public LocalDate lastDrop() {
    return firstDrop.plusDays(nights - 1L);
  }

  LocalDate firstDay() {
    return firstDrop.minusDays(1);
  }

  LocalDate lastDay() {
    return lastDrop().minusDays(1);
  }
}
