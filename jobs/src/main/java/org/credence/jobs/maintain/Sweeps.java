package org.credence.jobs.maintain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.credence.jobs.Night;
import org.credence.storage.Storage;

/**
 * When everything that lies in the lake is listed: it costs more than the nights between need.
 *
 * @param first whether the count of days only begins
 */
record Sweeps(Storage runs, LocalDate night, boolean due, boolean first) {

  /** Holds the night of the last sweep. */
  static final String KEY = "swept";

  static Sweeps of(Night night, int days) {
    Optional<LocalDate> last = night.runs().read(KEY).flatMap(Sweeps::date);
    boolean late = last.filter(date -> !night.date().isBefore(date.plusDays(days))).isPresent();
    return new Sweeps(night.runs(), night.date(), night.force() || late, last.isEmpty());
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text.strip()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A lake that was just made has nothing to sweep. */
  void done() {
    if (due || first) {
      runs.swap(KEY, night + "\n");
    }
  }
}
