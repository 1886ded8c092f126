package org.credence.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.credence.settings.Refusal;
import org.credence.testing.SparkTest;
import org.credence.testing.TextTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class ArchiveReaderTest {

  private final SparkSession spark;
  @TempDir private Path folder;

  ArchiveReaderTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void readsFilesInAnyStateAndNeverFails() {
    String tweets =
        """
        {"id_str":"11","created_at":"Mon Jan 05 08:00:00 +0000 2026","text":"Bonjour","user":{"id_str":"7"}}
        {"delete":{"status":{"id_str":"10"}}}
        {"id_str":"12","created_at":"Mon Jan 05
        """;
    Dataset<Row> rows =
        new Sample(folder)
            .file(
                Sample.source("twitter-v1", "twitter"),
                "2026-01-05",
                "a:b c%.json",
                tweets.getBytes(UTF_8))
            .file(Sample.source("twitter-v1", "twitter"), "2026-01-06", "empty.json", new byte[0])
            .read(spark);
    assertThat(
            TextTable.show(
                rows,
                "file",
                "line",
                "ordinal",
                "verdict",
                "reason",
                "post_id",
                "posted_at",
                "text",
                "drop"))
        .isEqualTo(
            """
            file | line | ordinal | verdict | reason | post_id | posted_at | text | drop
            twitter-v1/2026-01-05/a:b c%.json | 1 | 0 | post | - | 11 | 2026-01-05 08:00:00 | Bonjour | 2026-01-05
            twitter-v1/2026-01-05/a:b c%.json | 2 | 0 | notice | delete | 10 | - | - | 2026-01-05
            twitter-v1/2026-01-05/a:b c%.json | 3 | 0 | rejected | broken_json | - | - | - | 2026-01-05
            twitter-v1/2026-01-06/empty.json | 1 | 0 | file_failure | empty_file | - | - | - | 2026-01-06
            """);
    assertThat(rows.schema()).isEqualTo(ArchiveRecords.TABLE.schema());
    assertThat(rows.queryExecution().toString()).doesNotContain("key for tests");
  }

  @Test
  void aFileThatIsGoneEndsNothing() {
    SourceFile gone =
        new SourceFile(
            Sample.source("twitter-v1", "twitter"), LocalDate.of(2026, 1, 5), "x/y.json", 5);
    Dataset<Row> rows =
        ArchiveReader.read(
            spark,
            URI.create("file://" + folder),
            List.of(gone),
            Formats.shipped(),
            Reading.LIMITS,
            Sample.KEY);
    assertThat(TextTable.show(rows, "verdict", "reason"))
        .isEqualTo("verdict | reason\nfile_failure | file_gone\n");
  }

  @Test
  void noFilesAreNoRows() {
    assertThat(new Sample(folder).read(spark).count()).isZero();
  }

  @Test
  void refusesAFormatThatThereIsNot() {
    SourceFile file =
        new SourceFile(
            Sample.source("twitter-v9", "twitter"), LocalDate.of(2026, 1, 5), "x/y.json", 5);
    assertThatThrownBy(
            () ->
                ArchiveReader.read(
                    spark,
                    folder.toUri(),
                    List.of(file),
                    Formats.shipped(),
                    Reading.LIMITS,
                    Sample.KEY))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("no format 'twitter-v9'");
  }
}
