package org.credence.jobs.maintain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.credence.cubes.EditionStock;
import org.credence.settings.CredenceSettings;

/**
 * What lake and editions take.
 *
 * @param lake bytes of the files that hold the current rows
 * @param cubes bytes of the editions that are left
 * @param budget bytes; 0 is no limit
 * @param freed editions that went to stay within it
 */
record Disk(long lake, long cubes, long budget, List<String> freed) {

  private static final double GIGA = 1e9;

  static Disk within(CredenceSettings settings, long lake, EditionStock editions) {
    long budget = (long) (settings.upkeep().diskBudgetGb() * GIGA);
    long over = lake + editions.bytes() - budget;
    List<String> freed =
        budget == 0 || over <= 0
            ? List.of()
            : editions.free(over, settings.editions().keepMonthEnds());
    return new Disk(lake, editions.bytes(), budget, freed);
  }

  long over() {
    return budget == 0 ? 0 : Math.max(0, lake + cubes - budget);
  }

  /** For a person: a night over its budget goes on. */
  Optional<String> warning() {
    return over() == 0
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "lake and editions take %.2f GB, %.2f GB more than upkeep.disk-budget-gb",
                (lake + cubes) / GIGA,
                over() / GIGA));
  }
}
