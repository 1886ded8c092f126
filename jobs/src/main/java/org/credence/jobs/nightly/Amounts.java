package org.credence.jobs.nightly;

import java.time.Duration;
import java.util.Locale;

/** Amounts as a person reads them. */
public final class Amounts {

  private static final long KILO = 1_000;

  private Amounts() {}

  /** Such as {@code 41 kB} or {@code 1.2 GB}. */
  public static String bytes(long bytes) {
    if (bytes < KILO) {
      return bytes + " B";
    }
    if (bytes < KILO * KILO) {
      return bytes / KILO + " kB";
    }
    double mega = bytes / 1e6;
    return mega < KILO
        ? String.format(Locale.ROOT, "%.1f MB", mega)
        : String.format(Locale.ROOT, "%.1f GB", mega / KILO);
  }

  /** Such as {@code 4.2 s} or {@code 3:05}. */
  public static String time(Duration duration) {
    return duration.toSeconds() < 60
        ? String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1e3)
        : String.format(Locale.ROOT, "%d:%02d", duration.toMinutes(), duration.toSecondsPart());
  }
}
