package org.credence.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.credence.lake.Coverage;
import org.credence.lake.Lake;
import org.credence.lake.Posts;
import org.credence.lake.RejectedRecords;
import org.credence.settings.ExitCode;
import org.credence.settings.Refusal;
import org.credence.testing.SparkTest;
import org.credence.testing.TextTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that the storage did not hand out to their end, and did later. */
@SparkTest
class UnreadFilesTest {

  private static final String TWO_RECORDS =
      """
      verdict  | line | ordinal | post_id | text | posted_at            | fetched_at           | reason
      post     | 1    | 0       | p1      | One  | 2026-01-01T10:00:00Z | 2026-01-01T00:00:00Z | -
      post     | 2    | 0       | p2      | Two  | 2026-01-01T10:00:00Z | 2026-01-01T00:00:00Z | -
      rejected | 3    | 0       | -       | -    | -                    | -                    | not_json
      """;

  private final TestArchive archive;
  private final Lake lake;

  UnreadFilesTest(SparkSession spark, @TempDir Path folder) {
    this.archive = new TestArchive(spark, folder);
    this.lake = archive.lake("one");
    archive.put("2026-01-01/a", TWO_RECORDS);
    archive.put("2026-01-01/b", TestArchive.posts("2026-01-01", "post | 1 | 0 | p2 | Two, later"));
  }

  @Test
  void stayDueAndAreTakenWholeOnce() {
    archive.night(archive.lake("healthy"), "2026-01-01");
    archive.close("2026-01-01/a");

    IngestResult first = archive.night(lake, "2026-01-01");

    assertThat(first.unread()).containsExactly("tweets/2026-01-01/a");
    assertThat(first.hasGaps()).isTrue();
    assertThat(coverage())
        .isEqualTo(
            """
            file | read | accepted | rejected | duplicates | failure
            tweets/2026-01-01/a | 0 | 0 | 0 | 0 | storage_failure
            tweets/2026-01-01/b | 1 | 1 | 0 | 0 | -
            """);
    assertThat(TextTable.show(lake.read(Posts.TABLE), "post_id")).isEqualTo("post_id\np2\n");

    List<Long> snapshots = snapshots();
    IngestResult second = archive.night(lake, "2026-01-01");

    assertThat(second.unread()).isEqualTo(first.unread());
    assertThat(snapshots()).isEqualTo(snapshots);

    archive.open();
    IngestResult third = archive.night(lake, "2026-01-01");

    assertThat(third.unread()).isEmpty();
    assertThat(third.posts().added()).isEqualTo(1);
    assertThat(coverage())
        .isEqualTo(
            """
            file | read | accepted | rejected | duplicates | failure
            tweets/2026-01-01/a | 3 | 1 | 1 | 1 | -
            tweets/2026-01-01/b | 1 | 1 | 0 | 0 | -
            """);
    assertThat(TextTable.show(lake.read(Posts.TABLE), "post_id", "text"))
        .isEqualTo(TextTable.show(archive.lake("healthy").read(Posts.TABLE), "post_id", "text"));
    assertThat(archive.night(lake, "2026-01-01").summary()).isEqualTo("nothing new in the archive");
  }

  @Test
  void keepWhatTheLakeHasOfThem() {
    archive.night(lake, "2026-01-01");
    String posts = TextTable.show(lake.read(Posts.TABLE), "post_id", "text");
    archive.put("2026-01-01/a", TWO_RECORDS.replace("One ", "One!"));
    archive.close("2026-01-01/a");
    archive.put("2026-01-02/c", TestArchive.posts("2026-01-02", "post | 1 | 0 | p3 | Three"));

    archive.night(lake, "2026-01-02");

    assertThat(TextTable.show(lake.read(Posts.TABLE), "post_id", "text"))
        .isEqualTo(posts + "p3 | Three\n");
    assertThat(TextTable.show(lake.read(RejectedRecords.TABLE), "file", "line"))
        .isEqualTo("file | line\ntweets/2026-01-01/a | 3\n");
    assertThat(coverage())
        .contains("tweets/2026-01-01/a | 3 | 2 | 1 | 0 | storage_failure\n")
        .contains("tweets/2026-01-02/c | 1 | 1 | 0 | 0 | -\n");

    archive.open();
    archive.night(lake, "2026-01-02");

    assertThat(TextTable.show(lake.read(Posts.TABLE), "post_id", "text")).contains("p1 | One!\n");
    assertThat(coverage()).contains("tweets/2026-01-01/a | 3 | 2 | 1 | 0 | -\n");
  }

  @Test
  void endTheNightWhenThereAreNoOthers() {
    archive.close("2026-01-01/a");
    archive.close("2026-01-01/b");

    Refusal refusal = catchThrowableOfType(Refusal.class, () -> archive.night(lake, "2026-01-01"));

    assertThat(refusal.exitCode()).isEqualTo(ExitCode.STORAGE);
    assertThat(refusal.reason())
        .isEqualTo(
            "of 2 files that are due not one could be read, such as tweets/2026-01-01/a"
                + " (storage_failure)");
    assertThat(snapshots()).containsOnly(0L);
  }

  private String coverage() {
    return TextTable.show(
        lake.read(Coverage.TABLE), "file", "read", "accepted", "rejected", "duplicates", "failure");
  }

  private List<Long> snapshots() {
    return TestArchive.TABLES.stream().map(table -> lake.snapshot(table).orElse(0L)).toList();
  }
}
