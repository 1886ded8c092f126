package org.credence.jobs.cubes;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.unix_date;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.credence.archive.Gaps;
import org.credence.cubes.CellState;
import org.credence.cubes.Cells;
import org.credence.cubes.DataCoverage;
import org.credence.cubes.Dimension;
import org.credence.lake.Coverage;
import org.credence.lake.Posts;
import org.credence.settings.SourcesFile;
import org.credence.settings.SourcesFile.Expected;
import org.credence.settings.SourcesFile.Source;

/**
 * What every source delivered, day by day, and what it owed. A row a source and day: small enough
 * for one machine.
 */
record Deliveries(
    SourcesFile sources, LocalDate night, SortedMap<String, SortedMap<LocalDate, Delivery>> drops) {

  /**
   * @param coverage of files, of which drops after the night are left out
   */
  static Deliveries of(Dataset<Row> coverage, SourcesFile sources, LocalDate night) {
    List<Row> rows =
        coverage
            .filter(Posts.DROP.col().leq(lit(night)))
            .groupBy(Posts.SOURCE.col(), unix_date(Posts.DROP.col()))
            .agg(
                count(lit(1)),
                count(Coverage.FAILURE.col()),
                sum(Coverage.READ.col()),
                sum(Coverage.ACCEPTED.col()),
                sum(Coverage.REJECTED.col()),
                sum(Coverage.DUPLICATES.col()),
                sum(Coverage.OUT_OF_SCOPE.col()),
                sum(Coverage.NOTICES.col()))
            .collectAsList();
    SortedMap<String, SortedMap<LocalDate, Delivery>> drops = new TreeMap<>();
    for (Row row : rows) {
      drops
          .computeIfAbsent(row.getString(0), any -> new TreeMap<>())
          .put(
              LocalDate.ofEpochDay(row.getInt(1)),
              new Delivery(
                  row.getLong(2),
                  row.getLong(3),
                  row.getLong(4),
                  row.getLong(5),
                  row.getLong(6),
                  row.getLong(7),
                  row.getLong(8),
                  row.getLong(9)));
    }
    return new Deliveries(sources, night, drops);
  }

  /** Day of the first drop of any source that held a record, if there was one. */
  Optional<LocalDate> first() {
    return drops.values().stream().flatMap(days -> filled(days).stream()).min(LocalDate::compareTo);
  }

  /** Days on which drops were due and did not come, with their number. */
  SortedMap<LocalDate, Integer> gaps() {
    SortedMap<LocalDate, Integer> gaps = new TreeMap<>();
    for (Source source : sources.sources()) {
      missing(source).forEach(day -> gaps.merge(day, 1, Integer::sum));
    }
    return gaps;
  }

  private SortedSet<LocalDate> missing(Source source) {
    return Gaps.of(source, filled(of(source)), night);
  }

  /** Days on which a source delivered records. */
  private static SortedSet<LocalDate> filled(SortedMap<LocalDate, Delivery> drops) {
    SortedMap<LocalDate, Delivery> filled = new TreeMap<>(drops);
    filled.values().removeIf(Delivery::empty);
    return new TreeSet<>(filled.keySet());
  }

  private SortedMap<LocalDate, Delivery> of(Source source) {
    return drops.getOrDefault(source.name(), new TreeMap<>());
  }

  /** Rows of the cube of coverage, in its columns; versions are still empty. */
  List<Row> cells() {
    List<Row> cells = new ArrayList<>();
    for (Source source : sources.sources()) {
      boolean daily = source.expected() == Expected.DAILY;
      SortedSet<LocalDate> days = new TreeSet<>(of(source).keySet());
      SortedSet<LocalDate> missing = missing(source);
      days.addAll(missing);
      for (LocalDate day : days) {
        Optional<Delivery> delivery = Optional.ofNullable(of(source).get(day));
        cells.add(cell(source.name(), day, daily, missing.contains(day), delivery));
      }
    }
    return cells;
  }

  private static Row cell(
      String source, LocalDate day, boolean daily, boolean gap, Optional<Delivery> delivery) {
    CellState state = delivery.isPresent() ? CellState.PUBLISHED : CellState.MISSING;
    PlainCell cell =
        new PlainCell(DataCoverage.CUBE, day, state)
            .set(Dimension.SOURCE.field(), source)
            .set(Cells.SOURCE_GAPS, gap ? 1 : 0)
            .set(DataCoverage.EXPECTED.field(), daily)
            .set(DataCoverage.GAP.field(), gap);
    delivery.ifPresent(
        d -> {
          cell.set(DataCoverage.FILES.field(), d.files());
          cell.set(DataCoverage.FILES_FAILED.field(), d.failed());
          cell.set(DataCoverage.READ.field(), d.read());
          cell.set(DataCoverage.ACCEPTED.field(), d.accepted());
          cell.set(DataCoverage.REJECTED.field(), d.rejected());
          cell.set(DataCoverage.DUPLICATES.field(), d.duplicates());
          cell.set(DataCoverage.OUT_OF_SCOPE.field(), d.outOfScope());
          cell.set(DataCoverage.NOTICES.field(), d.notices());
        });
    return cell.toRow();
  }
}
