package org.credence.jobs.cli;

import java.time.LocalDate;
import java.util.Optional;
import org.credence.jobs.nightly.DateRange;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Nights of a range of dates instead of one. */
final class RangeOptions {

  @Option(
      names = "--from",
      paramLabel = "YYYY-MM-DD",
      description =
          "With --to, in the place of --date: runs the nights from one to the other,"
              + " oldest first, until one fails.")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "YYYY-MM-DD", description = "The last of these nights.")
  private @Nullable LocalDate to;

  /** Empty when one night is meant. */
  Optional<DateRange> range(boolean dated) {
    LocalDate first = from;
    LocalDate last = to;
    if (first == null && last == null) {
      return Optional.empty();
    }
    if (first == null || last == null) {
      throw new UsageError(
          "The nights have no " + (first == null ? "first" : "last"),
          "--from and --to go together");
    }
    if (dated) {
      throw new UsageError(
          "One night or several?", "--date names one, --from and --to name several");
    }
    if (first.isAfter(last)) {
      throw new UsageError("There is no night from " + first + " to " + last, "--from is later");
    }
    return Optional.of(new DateRange(first, last));
  }
}
