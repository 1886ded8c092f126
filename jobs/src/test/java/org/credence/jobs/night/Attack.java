package org.credence.jobs.night;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.credence.cubes.Level;

/**
 * A reader who keeps every edition of a cube and works out by linear elimination what it hides.
 *
 * <p>Unknown to him are the hidden cells of days. He knows that a longer period is the sum of its
 * days, that a brand is the sum of its languages, of its networks and of its platforms, that a cell
 * without a row is zero, and, worse than real ones, in which weeks no day has been restated between
 * editions. Where one has, any hidden day of the week may have been.
 */
final class Attack {

  private static final List<String> PARTITIONS = List.of("language", "network", "platform");
  private static final String WHOLE = "brand all";

  private final String cube;
  private final String measure;
  private final boolean seesRunning;
  private final List<Edition> editions = new ArrayList<>();

  /**
   * @param measure of {@link Said}, additive
   */
  Attack(String cube, String measure) {
    this(cube, measure, false);
  }

  private Attack(String cube, String measure, boolean seesRunning) {
    this.cube = cube;
    this.measure = measure;
    this.seesRunning = seesRunning;
  }

  /** A row: its cell in time, and whether its figures are hidden. */
  private record Cell(String brand, String series, Level level, LocalDate first, boolean hidden) {
    String day(LocalDate day) {
      return brand + " " + series + " " + day;
    }

    Cell shown() {
      return new Cell(brand, series, level, first, false);
    }

    @Override
    public String toString() {
      return brand + " " + series + " " + level.id() + " " + first;
    }
  }

  private record Edition(Set<Cell> cells, Map<String, Long> said, LocalDate night) {}

  String cube() {
    return cube;
  }

  /** Adds an edition with the truth behind it. */
  Attack on(List<Row> rows, Map<String, Long> said, String night) {
    editions.add(
        new Edition(
            new LinkedHashSet<>(rows.stream().map(Attack::cell).toList()),
            said,
            LocalDate.parse(night)));
    return this;
  }

  /** The same reader, if running periods were published whatever happened on their days. */
  Attack knowingRunningPeriods() {
    Attack attack = new Attack(cube, measure, true);
    attack.editions.addAll(editions);
    return attack;
  }

  /** Cells of something that are not published. */
  Set<String> hidden() {
    Set<String> hidden = new TreeSet<>();
    for (Edition edition : editions) {
      for (Cell cell : edition.cells()) {
        if (isHidden(cell, edition) && truth(cell, edition) > 0) {
          hidden.add(edition.night() + ": " + cell);
        }
      }
    }
    return hidden;
  }

  /** Those of them that he can work out. */
  Set<String> recovered() {
    Unknowns unknowns = unknowns();
    LinearSpan known = new LinearSpan();
    for (Edition edition : editions) {
      for (Cell cell : edition.cells()) {
        if (!isHidden(cell, edition)) {
          known.add(unknowns.sum(cell, edition));
        }
      }
      cuts(edition, unknowns).forEach(known::add);
    }
    Set<String> recovered = new TreeSet<>();
    for (Edition edition : editions) {
      for (Cell cell : edition.cells()) {
        if (isHidden(cell, edition)
            && truth(cell, edition) > 0
            && !isPublishedElsewhere(cell, edition)
            && known.contains(unknowns.sum(cell, edition))) {
          recovered.add(edition.night() + ": " + cell);
        }
      }
    }
    return recovered;
  }

  /** What another edition publishes as it is has people enough, and need not be worked out. */
  private boolean isPublishedElsewhere(Cell cell, Edition edition) {
    return editions.stream()
        .filter(other -> truth(cell, other) == truth(cell, edition))
        .anyMatch(other -> other.cells().contains(cell.shown()));
  }

  private boolean isHidden(Cell cell, Edition edition) {
    boolean running =
        cell.level() != Level.DAY && cell.level().next(cell.first()).isAfter(edition.night());
    return cell.hidden() && !(seesRunning && running);
  }

  private long truth(Cell cell, Edition edition) {
    return days(cell, edition).stream().mapToLong(day -> said(cell, day, edition)).sum();
  }

  private long said(Cell cell, LocalDate day, Edition edition) {
    return edition.said().getOrDefault(measure + " " + cell.day(day), 0L);
  }

  private static List<LocalDate> days(Cell cell, Edition edition) {
    return cell.first()
        .datesUntil(cell.level().next(cell.first()))
        .filter(day -> !day.isAfter(edition.night()))
        .toList();
  }

  /** A day's whole less its values, of every dimension. */
  private static List<Map<Integer, Long>> cuts(Edition edition, Unknowns unknowns) {
    Map<String, Map<Integer, Long>> sums = new TreeMap<>();
    for (Cell cell : edition.cells()) {
      String dimension = cell.series().split(" ")[0];
      if (cell.level() == Level.DAY && cell.hidden()) {
        boolean whole = cell.series().equals(WHOLE);
        for (String partition : whole ? PARTITIONS : List.of(dimension)) {
          if (PARTITIONS.contains(partition)) {
            Map<Integer, Long> sum =
                sums.computeIfAbsent(
                    cell.brand() + partition + cell.first(), any -> new HashMap<>());
            unknowns
                .sum(cell, edition)
                .forEach((unknown, one) -> sum.put(unknown, whole ? -one : one));
          }
        }
      }
    }
    return List.copyOf(sums.values());
  }

  /** Numbers of the hidden cells of days; the same one in all editions that can't differ. */
  private final class Unknowns {
    private final Map<String, Integer> numbers = new TreeMap<>();

    private String name(Cell cell, LocalDate day, Edition edition) {
      Edition first = editions.get(0);
      LocalDate week = Level.WEEK.first(day);
      boolean same =
          said(cell, day, edition) == said(cell, day, first)
              && week.datesUntil(Level.WEEK.next(week))
                  .filter(other -> other.isBefore(first.night()))
                  .allMatch(other -> said(cell, other, edition) == said(cell, other, first));
      return cell.day(day) + (same ? "" : " as of " + edition.night());
    }

    Map<Integer, Long> sum(Cell cell, Edition edition) {
      Map<Integer, Long> sum = new HashMap<>();
      for (LocalDate day : days(cell, edition)) {
        Integer number = numbers.get(name(cell, day, edition));
        if (number != null) {
          sum.put(number, 1L);
        }
      }
      return sum;
    }
  }

  private Unknowns unknowns() {
    Unknowns unknowns = new Unknowns();
    Set<String> seen = new TreeSet<>();
    for (Edition edition : editions) {
      for (Cell cell : edition.cells()) {
        if (cell.level() == Level.DAY) {
          String name = unknowns.name(cell, cell.first(), edition);
          if (cell.hidden()) {
            unknowns.numbers.putIfAbsent(name, unknowns.numbers.size());
          } else {
            seen.add(name);
          }
        }
      }
    }
    unknowns.numbers.keySet().removeAll(seen);
    return unknowns;
  }

  private static Cell cell(Row row) {
    String series = WHOLE;
    for (String dimension : List.of("language", "network", "platform", "subject")) {
      if (Arrays.asList(row.schema().fieldNames()).contains(dimension)
          && !row.getAs(dimension).equals("all")) {
        series = dimension + " " + row.getAs(dimension);
      }
    }
    return new Cell(
        row.getAs("brand"),
        series,
        Level.valueOf(row.<String>getAs("level").toUpperCase(Locale.ROOT)),
        LocalDate.parse(String.valueOf(row.<Object>getAs("period"))),
        row.getAs("state").equals("suppressed"));
  }
}
