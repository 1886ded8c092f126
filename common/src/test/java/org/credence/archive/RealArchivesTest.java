package org.credence.archive;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.credence.lake.Posts;
import org.credence.settings.SourcesFile.Source;
import org.credence.testing.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What platforms really delivered, where it is at hand: every record has one verdict. */
@SparkTest
class RealArchivesTest {

  private static final String DROP = "2026-07-05";

  private final SparkSession spark;
  @TempDir private Path folder;

  RealArchivesTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void everyRecordOfEveryFileHasOneVerdict() throws IOException {
    Path shared = shared();
    List<SourceFile> files = new ArrayList<>();
    add(files, "twitter-v1", "twitter", shared, "twitter-stream/");
    add(files, "twitter-v1", "twitter", shared, "twitter-v1/");
    add(files, "care-csv", "twitter", shared, "twcs/");
    add(files, "facebook-page-csv", "facebook", shared, "facebook-pages/");
    add(files, "replab", "twitter", shared, "replab2013/");
    Path unpacked = folder.resolve("unpacked");
    for (String name : List.of("trustpilot-en", "fr-trustpilot-fintech", "fr-trustpilot-multi")) {
      unpack(shared.resolve(name + ".tar.gz"), unpacked.resolve(name));
      add(files, "reviews-csv", "trustpilot", unpacked, name);
    }
    unpack(shared.resolve("facebook-pages-extra.tar.gz"), unpacked.resolve("facebook-extra"));
    add(files, "facebook-page-csv", "facebook", unpacked, "facebook-extra");

    Dataset<Row> rows =
        ArchiveReader.read(
                spark, Path.of("/").toUri(), files, Formats.shipped(), Reading.LIMITS, Sample.KEY)
            .cache();
    Dataset<Row> records =
        rows.where(
            ArchiveRecords.ORDINAL
                .col()
                .equalTo(0)
                .and(ArchiveRecords.VERDICT.col().notEqual(ArchiveRecords.FILE_FAILURE)));
    print(rows);
    for (Row file :
        records
            .groupBy(Posts.FILE.col())
            .agg(
                count(lit(1)).as("read"),
                org.apache.spark.sql.functions.max(Posts.LINE.col()).as("last"),
                org.apache.spark.sql.functions.countDistinct(Posts.LINE.col()).as("lines"))
            .collectAsList()) {
      assertThat(file.<Long>getAs("read"))
          .as(file.getString(0))
          .isEqualTo(file.<Long>getAs("last"))
          .isEqualTo(file.<Long>getAs("lines"));
    }
    assertThat(
            rows.where(
                    ArchiveRecords.VERDICT
                        .col()
                        .equalTo(ArchiveRecords.POST)
                        .and(
                            Posts.POST_ID
                                .col()
                                .isNull()
                                .or(Posts.TEXT.col().isNull())
                                .or(Posts.POSTED_AT.col().isNull())))
                .count())
        .isZero();
  }

  private static void print(Dataset<Row> rows) {
    String dataset = "regexp_extract(file, '(?:archives|unpacked)/([^/]+)', 1)";
    rows.groupBy(
            org.apache.spark.sql.functions.expr(dataset).as("data set"),
            ArchiveRecords.VERDICT.col(),
            ArchiveRecords.REASON.col())
        .agg(
            sum(when(ArchiveRecords.ORDINAL.col().equalTo(0), 1).otherwise(0)).as("records"),
            count(lit(1)).as("rows"),
            sum(when(Posts.DAMAGED.col(), 1).otherwise(0)).as("damaged"))
        .orderBy(col("data set"), col("verdict"), col("reason"))
        .collectAsList()
        .forEach(row -> System.out.println("TABLE " + row.mkString(" | ")));
  }

  private static void add(
      List<SourceFile> files, String format, String platform, Path root, String below)
      throws IOException {
    Source source = Sample.source(format, platform);
    try (Stream<Path> found = Files.walk(root.resolve(below))) {
      found
          .filter(Files::isRegularFile)
          .sorted(Comparator.naturalOrder())
          .forEach(
              path ->
                  files.add(
                      new SourceFile(
                          source,
                          LocalDate.parse(DROP),
                          path.toString().substring(1),
                          path.toFile().length())));
    }
  }

  private static void unpack(Path tar, Path target) throws IOException {
    try (InputStream in = Files.newInputStream(tar);
        TarArchiveInputStream entries =
            new TarArchiveInputStream(new GzipCompressorInputStream(in))) {
      for (TarArchiveEntry entry = entries.getNextEntry();
          entry != null;
          entry = entries.getNextEntry()) {
        if (entry.isFile()) {
          Path file = target.resolve(entry.getName()).normalize();
          Files.createDirectories(file.resolveSibling("."));
          Files.copy(entries, file);
        }
      }
    }
  }

  private static Path shared() {
    Path at = Path.of("").toAbsolutePath();
    while (at != null) {
      Path archives = at.resolve("../shared/data/archives").normalize();
      if (Files.isDirectory(archives)) {
        return archives;
      }
      at = at.getParent();
    }
    return abort("skipped: there is no ../shared/data/archives beside the repository");
  }
}
