package org.credence.lake;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.DataOperations;
import org.apache.iceberg.IcebergBuild;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.spark.CommitMetadata;
import org.apache.iceberg.spark.Spark3Util;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * The Iceberg tables of one lake. Every write is one atomic commit and may leave notes in its
 * snapshot's summary, so that "what was done" and "what was written" can't disagree.
 */
public final class Lake {

  /** Column of {@link #merge}'s input: true deletes the matching row. */
  public static final Field DELETED =
      Field.required("_deleted", org.apache.spark.sql.types.DataTypes.BooleanType, "Row goes");

  private static final String NOTE = "credence.";

  private final SparkSession spark;
  private final String namespace;
  private final Fence fence;
  private final Map<String, String> always;

  /**
   * @param fence asked before every write, and once more before its commit
   */
  public Lake(SparkSession spark, Fence fence) {
    this(spark, LakeSession.CATALOG, fence);
  }

  Lake(SparkSession spark, String catalog, Fence fence) {
    this(spark, fence, catalog + ".credence", Map.of());
    FencedCatalog.guard(spark, catalog, fence);
  }

  private Lake(SparkSession spark, Fence fence, String namespace, Map<String, String> always) {
    this.spark = spark;
    this.fence = fence;
    this.namespace = namespace;
    this.always = always;
  }

  /** The same lake, where each commit notes with which author keys it was made. */
  public Lake keyedWith(String fingerprint) {
    return new Lake(spark, fence, namespace, Map.of(Notes.KEY, fingerprint));
  }

  public Fence fence() {
    return fence;
  }

  public SparkSession spark() {
    return spark;
  }

  /** Of the table format's library, for run records. */
  public static String icebergVersion() {
    return IcebergBuild.version();
  }

  public boolean exists(Table table) {
    return spark.catalog().tableExists(name(table));
  }

  /** Creates the table when it is absent. */
  public void ensure(Table table) {
    if (exists(table)) {
      return;
    }
    spark.sql("CREATE NAMESPACE IF NOT EXISTS " + namespace);
    String columns = table.fields().stream().map(Lake::definition).collect(joining(", "));
    String partitioning =
        table.partitioning().isEmpty()
            ? ""
            : "PARTITIONED BY (" + String.join(", ", table.partitioning()) + ")";
    String properties =
        TableSettings.of(table).entrySet().stream()
            .map(property -> "'%s' = '%s'".formatted(property.getKey(), property.getValue()))
            .collect(joining(", "));
    spark.sql(
        "CREATE TABLE IF NOT EXISTS %s (%s) USING iceberg %s TBLPROPERTIES ('format-version' = '2', %s)"
            .formatted(name(table), columns, partitioning, properties));
    // The catalog remembers a table as it was made: without the fence.
    spark.catalog().refreshTable(name(table));
  }

  /** All rows; none, with the table's columns, when the table does not exist yet. */
  public Dataset<Row> read(Table table) {
    return exists(table)
        ? spark.table(name(table))
        : spark.createDataFrame(Collections.emptyList(), table.schema());
  }

  /** Adds rows. */
  public void append(Table table, Dataset<Row> rows, Map<String, String> notes) {
    commit(notes, () -> table.conform(rows).writeTo(name(table)).append());
  }

  /** Replaces everything. */
  public void replaceAll(Table table, Dataset<Row> rows, Map<String, String> notes) {
    commit(notes, () -> table.conform(rows).writeTo(name(table)).overwrite(functions.lit(true)));
  }

  /**
   * Replaces the rows that a condition names; it must name whole partitions.
   *
   * @param rows may be read from the same table
   */
  public void replace(Table table, Column where, Dataset<Row> rows, Map<String, String> notes) {
    commit(notes, () -> table.conform(rows).writeTo(name(table)).overwrite(where));
  }

  /** Deletes the rows that a SQL condition on the table's columns names. */
  public void delete(Table table, String condition, Map<String, String> notes) {
    commit(notes, () -> spark.sql("DELETE FROM " + name(table) + " WHERE " + condition));
  }

  /**
   * Updates, inserts and deletes rows by key, in one commit.
   *
   * @param changes the table's columns and {@link #DELETED}; at most one row a key
   * @param where SQL condition on {@code t}, the table, that bounds the files looked at, or "true"
   */
  public void merge(
      Table table,
      Dataset<Row> changes,
      List<Field> keys,
      String where,
      Map<String, String> notes) {
    String view = "changes_of_" + table.name();
    table.with(DELETED).conform(changes).createOrReplaceTempView(view);
    List<String> columns = table.fields().stream().map(Lake::quoted).toList();
    String match =
        keys.stream().map(Lake::quoted).map("t.%1$s = s.%1$s"::formatted).collect(joining(" AND "));
    String statement =
        """
        MERGE INTO %s t USING %s s ON %s AND (%s)
        WHEN MATCHED AND s.%s THEN DELETE
        WHEN MATCHED THEN UPDATE SET %s
        WHEN NOT MATCHED AND NOT s.%s THEN INSERT (%s) VALUES (%s)
        """
            .formatted(
                name(table),
                view,
                match,
                where,
                DELETED.column(),
                columns.stream().map("%1$s = s.%1$s"::formatted).collect(joining(", ")),
                DELETED.column(),
                String.join(", ", columns),
                columns.stream().map("s."::concat).collect(joining(", ")));
    commit(notes, () -> spark.sql(statement));
    spark.catalog().dropTempView(view);
  }

  /**
   * The newest commit that changed rows, if the table exists and was ever written. Compaction and
   * expiry leave it as it is.
   */
  public Optional<Long> snapshot(Table table) {
    return commits(table).stream().findFirst().map(Commit::snapshot);
  }

  /** The newest note of that name, over all snapshots that led to the current one. */
  public Optional<String> note(Table table, String key) {
    return commits(table).stream()
        .map(commit -> commit.notes().get(key))
        .filter(java.util.Objects::nonNull)
        .findFirst();
  }

  /** The day before which upkeep has done something to the table's rows for their age, if ever. */
  public Optional<LocalDate> marked(Table table, String name) {
    return iceberg(table).flatMap(t -> Mark.of(t, name)).map(Mark::day);
  }

  /**
   * The commits that led to the current rows, newest first. Those of expired snapshots are known
   * from the journal, as far as it goes back.
   */
  public List<Commit> commits(Table table) {
    return iceberg(table).map(Lake::commits).orElse(List.of());
  }

  static List<Commit> commits(org.apache.iceberg.Table table) {
    Map<Long, Commit> commits = new LinkedHashMap<>();
    Snapshot at = table.currentSnapshot();
    while (at != null) {
      // A replacement holds the same rows in other files.
      if (!DataOperations.REPLACE.equals(at.operation())) {
        commits.put(at.snapshotId(), new Commit(at.snapshotId(), notes(at)));
      }
      at = at.parentId() == null ? null : table.snapshot(at.parentId());
    }
    Journal.of(table).commits().forEach(old -> commits.putIfAbsent(old.snapshot(), old));
    return List.copyOf(commits.values());
  }

  /**
   * One commit of a table.
   *
   * @param notes what the writer left in the snapshot's summary
   */
  public record Commit(long snapshot, Map<String, String> notes) {
    public Commit {
      notes = Map.copyOf(notes);
    }
  }

  private static Map<String, String> notes(Snapshot snapshot) {
    Map<String, String> notes = new HashMap<>();
    snapshot
        .summary()
        .forEach(
            (key, value) -> {
              if (key.startsWith(NOTE)) {
                notes.put(key.substring(NOTE.length()), value);
              }
            });
    return notes;
  }

  Optional<org.apache.iceberg.Table> iceberg(Table table) {
    if (!exists(table)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Spark3Util.loadIcebergTable(spark, name(table)));
    } catch (NoSuchTableException
        | org.apache.spark.sql.catalyst.analysis.NoSuchTableException
        | org.apache.spark.sql.catalyst.parser.ParseException e) {
      throw new IllegalStateException(name(table) + " vanished", e);
    }
  }

  private interface Write {
    void run() throws Exception;
  }

  private void commit(Map<String, String> notes, Write write) {
    Map<String, String> summary = new HashMap<>();
    always.forEach((key, value) -> summary.put(NOTE + key, value));
    notes.forEach((key, value) -> summary.put(NOTE + key, value));
    fence.check();
    try {
      CommitMetadata.withCommitProperties(
          summary,
          () -> {
            write.run();
            return null;
          },
          RuntimeException.class);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("the table vanished while it was written", e);
    }
  }

  private String name(Table table) {
    return namespace + "." + table.name();
  }

  private static String quoted(Field field) {
    return "`" + field.column() + "`";
  }

  private static String definition(Field field) {
    return "%s %s%s COMMENT '%s'"
        .formatted(
            quoted(field),
            field.type().sql(),
            field.required() ? " NOT NULL" : "",
            field.meaning().replace("'", "\\'"));
  }
}
