package org.credence.cubes;

import static org.apache.spark.sql.functions.date_format;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.credence.lake.Field;
import org.credence.lake.Table;
import org.credence.storage.Storage;
import org.credence.storage.StoredFile;

/** An edition while it is written; nobody sees it before it is published. */
public final class EditionDraft {

  /** A row is about 150 bytes, so a file stays below 256 MB. */
  private static final long ROWS_A_FILE = 1_500_000;

  private static final String STAGING = "_writing";

  private final Storage storage;
  private final String name;
  private final SortedMap<String, SortedMap<String, Edition.Month>> cubes = new TreeMap<>();

  public EditionDraft(Editions editions, String name) {
    this.storage = editions.storage();
    this.name = name;
  }

  public String name() {
    return name;
  }

  /** Takes over the months of the edition before that are not computed anew, without reading. */
  public void keep(Edition before, Cube cube, Collection<String> recomputed) {
    for (Map.Entry<String, Edition.Month> month : before.months(cube).entrySet()) {
      if (recomputed.contains(month.getKey())) {
        continue;
      }
      for (String file : month.getValue().files()) {
        storage.copy(
            Edition.folder(before.name(), cube, month.getKey()) + "/" + file,
            Edition.folder(name, cube, month.getKey()) + "/" + file);
      }
      months(cube).put(month.getKey(), month.getValue());
    }
  }

  /**
   * Writes the rows of a cube, one file a month unless it is huge, sorted by key.
   *
   * @param rows in the columns of the cube, months of their periods are those in {@code hashes}
   * @param months counts and hashes of the rows by month
   */
  public void write(Cube cube, Dataset<Row> rows, Map<String, Edition.Month> months) {
    if (months.isEmpty()) {
      return;
    }
    String staging = name + "/" + STAGING + "/" + cube.name();
    Dataset<Row> described = describe(cube.table(), rows);
    Column[] order = cube.key().stream().map(Field::col).toArray(Column[]::new);
    described
        .withColumn(Cells.MONTH.column(), month())
        .repartition(Cells.MONTH.col())
        .sortWithinPartitions(concat(Cells.MONTH.col(), order))
        .write()
        .option("maxRecordsPerFile", ROWS_A_FILE)
        .partitionBy(Cells.MONTH.column())
        .parquet(storage.uri(staging));
    Map<String, List<String>> files = settle(cube, staging);
    months.forEach(
        (month, is) ->
            months(cube)
                .put(
                    month,
                    new Edition.Month(
                        files.getOrDefault(month, List.of()),
                        is.cells(),
                        is.suppressed(),
                        is.missing(),
                        is.contentHash())));
  }

  /** Writes a small text that goes with the edition. */
  void note(String key, String content) {
    storage.swap(name + "/" + key, content);
  }

  /** The finished edition. */
  public Edition finish(
      String night,
      String methodologyVersion,
      String taxonomyVersion,
      SortedMap<String, String> inputs) {
    storage.delete(name + "/" + STAGING);
    return new Edition(
        Edition.FORMAT,
        name,
        night,
        methodologyVersion,
        taxonomyVersion,
        inputs,
        cubes,
        "",
        List.of(),
        new TreeMap<>());
  }

  /** Removes what was written, when a check has failed. */
  public void discard() {
    storage.delete(name);
  }

  /** {@code YYYY-MM} of a row's period. */
  public static Column month() {
    return date_format(Cells.PERIOD.col(), "yyyy-MM");
  }

  private SortedMap<String, Edition.Month> months(Cube cube) {
    return cubes.computeIfAbsent(cube.name(), any -> new TreeMap<>());
  }

  /** Gives Spark's files the names that stay. */
  private Map<String, List<String>> settle(Cube cube, String staging) {
    Map<String, List<String>> files = new TreeMap<>();
    for (StoredFile file : storage.list(staging)) {
      if (!file.name().endsWith(".parquet")) {
        continue;
      }
      String month = monthOf(file.key()).orElseThrow();
      List<String> named = files.computeIfAbsent(month, any -> new ArrayList<>());
      String part =
          named.isEmpty() ? "part.parquet" : "part-%d.parquet".formatted(named.size() + 1);
      storage.move(file.key(), Edition.folder(name, cube, month) + "/" + part);
      named.add(part);
    }
    return Collections.unmodifiableMap(files);
  }

  private static Optional<String> monthOf(String key) {
    String mark = "/" + Cells.MONTH + "=";
    int at = key.indexOf(mark);
    return at < 0
        ? Optional.empty()
        : Optional.of(key.substring(at + mark.length(), key.lastIndexOf('/')));
  }

  /** The table's columns with their comments, which Spark keeps in the file's metadata. */
  private static Dataset<Row> describe(Table table, Dataset<Row> rows) {
    return rows.select(
        table.fields().stream()
            .map(
                field ->
                    field
                        .col()
                        .cast(field.type())
                        .as(field.column(), field.toStructField().metadata()))
            .toArray(Column[]::new));
  }

  private static Column[] concat(Column first, Column[] rest) {
    List<Column> all = new ArrayList<>(List.of(first));
    all.addAll(List.of(rest));
    return all.toArray(Column[]::new);
  }
}
