package org.credence.jobs.ingest;

import static java.util.stream.Collectors.joining;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.iceberg.spark.Spark3Util;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.credence.archive.ArchiveRecords;
import org.credence.archive.AuthorKey;
import org.credence.jobs.Night;
import org.credence.jobs.Progress;
import org.credence.lake.ContentHash;
import org.credence.lake.Coverage;
import org.credence.lake.Erasures;
import org.credence.lake.Lake;
import org.credence.lake.Posts;
import org.credence.lake.RejectedRecords;
import org.credence.lake.Table;
import org.credence.lake.TestLake;
import org.credence.settings.Settings;
import org.credence.testing.TextTable;

/** An archive of one source whose files hold the records of the archive as text tables. */
final class TestArchive {

  static final List<Table> TABLES =
      List.of(RejectedRecords.TABLE, Erasures.TABLE, Posts.TABLE, Coverage.TABLE);

  private final Path folder;
  private final SparkSession spark;
  private final Settings settings;
  private final Set<String> closed = new HashSet<>();
  private int changes;

  TestArchive(SparkSession spark, Path folder) {
    this.spark = spark;
    this.folder = folder;
    this.settings = settings();
  }

  Lake lake(String name) {
    return TestLake.in(spark, lakeFolder(name));
  }

  private Path lakeFolder(String name) {
    return folder.resolve("lake").resolve(name);
  }

  /** The table as the session names it. */
  String name(String lake, Table table) {
    return TestLake.catalog(lakeFolder(lake)) + ".credence." + table.name();
  }

  /** Puts a file under a drop, {@code 2026-01-01/a}; each writing has a version of its own. */
  void put(String key, String records) {
    Path file = folder.resolve("archive/tweets").resolve(key);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, records);
      Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_000L + changes++));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From now on the storage breaks off after the first record of the file. */
  void close(String key) {
    closed.add("tweets/" + key);
  }

  /** The storage hands all files out again, as they are. */
  void open() {
    closed.clear();
  }

  IngestResult night(Lake lake, String date) {
    return job().run(night(lake, date, false));
  }

  IngestResult force(Lake lake, String date) {
    return job().run(night(lake, date, true));
  }

  Night night(Lake lake, String date, boolean force) {
    return new Night(
        settings,
        LocalDate.parse(date),
        force,
        new AuthorKey("a key of the tests"),
        lake,
        Progress.silent());
  }

  /** Hash of all that an ingest writes, whichever batch it was. */
  static String content(Lake lake) {
    return TABLES.stream()
        .map(table -> ContentHash.of(lake.read(table), Posts.BATCH))
        .collect(joining(" "));
  }

  /** Where posts stand, or the index says that they do. */
  static String places(Dataset<Row> rows) {
    return TextTable.show(rows, "post_id", "platform", "day");
  }

  /** Loses the data files of a table that a condition on its rows names. */
  void loseFiles(String lake, Table table, String condition) {
    List<String> files =
        lake(lake)
            .read(table)
            .filter(condition)
            .select("_file")
            .distinct()
            .as(org.apache.spark.sql.Encoders.STRING())
            .collectAsList();
    for (String file : files) {
      try {
        Files.delete(Path.of(java.net.URI.create(file).getPath()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Leaves the table with so many of its oldest commits. */
  void rollBack(String name, Lake lake, Table table, int commits) {
    List<Lake.Commit> all = lake.commits(table);
    long target = all.get(all.size() - commits).snapshot();
    try {
      Spark3Util.loadIcebergTable(spark, name(name, table))
          .manageSnapshots()
          .rollbackTo(target)
          .commit();
    } catch (NoSuchTableException | ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  private IngestJob job() {
    return new IngestJob(
        (night, files) -> files.stream().map(this::records).reduce(Dataset::union).orElseThrow());
  }

  private Dataset<Row> records(DueFile due) {
    String text;
    try {
      text = Files.readString(folder.resolve("archive").resolve(due.file().key()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Dataset<Row> read = TextTable.read(spark, ArchiveRecords.TABLE, text);
    Dataset<Row> records =
        (closed.contains(due.file().key()) ? read.limit(1).union(brokenOff()) : read)
            .withColumn("source", lit("tweets"))
            .withColumn("drop", lit(java.sql.Date.valueOf(due.drop())))
            .withColumn("file", lit(due.file().key()))
            .withColumn("platform", lit("t"))
            .withColumn("network", lit("public"))
            .withColumn("kind", lit("post"))
            .withColumn("damaged", lit(false));
    return ArchiveRecords.TABLE.conform(records);
  }

  private Dataset<Row> brokenOff() {
    return TextTable.read(
        spark,
        ArchiveRecords.TABLE,
        """
        verdict      | line | ordinal | reason
        file_failure | 2    | 0       | storage_failure
        """);
  }

  private Settings settings() {
    Path shipped = Path.of("..", "conf");
    Path conf = folder.resolve("conf");
    try {
      Files.createDirectories(conf.resolve("spark"));
      for (String name :
          List.of("credence.yaml", "trust-model.yaml", "spark/local.conf", "spark/cluster.conf")) {
        Files.copy(shipped.resolve(name), conf.resolve(name));
      }
      Files.writeString(
          conf.resolve("brands.yaml"),
          """
          brands:
            - id: acme
              name: Acme
              aliases: [acme]
              accounts: {}
              exclude: []
              competitors: []
          """);
      Files.writeString(
          conf.resolve("sources.yaml"),
          """
          sources:
            - name: tweets
              folder: tweets
              format: twitter-v1
              platform: t
              network: public
              time-zone: UTC
              language: ""
              expected: daily
          """);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Settings.load(conf, Map.of("locations.archive", "archive"));
  }

  /** Lines with these columns, for posts that were written at ten in the morning of their drop. */
  static String posts(String drop, String... posts) {
    return Stream.of(posts)
        .map(post -> "%s | %sT10:00:00Z | %sT00:00:00Z".formatted(post, drop, drop))
        .collect(
            joining(
                "\n",
                "verdict | line | ordinal | post_id | text | posted_at | fetched_at\n",
                "\n"));
  }
}
