package org.credence.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.credence.lake.Coverage;
import org.credence.lake.DayRanges;
import org.credence.lake.Erasures;
import org.credence.lake.Lake;
import org.credence.lake.Posts;
import org.credence.lake.RejectedRecords;
import org.credence.settings.ExitCode;
import org.credence.settings.Refusal;
import org.credence.testing.SparkTest;
import org.credence.testing.TextTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class IngestJobTest {

  private static final String[] COUNTS = {
    "file", "read", "accepted", "rejected", "duplicates", "out_of_scope", "notices", "failure"
  };

  private final TestArchive archive;
  private final Lake lake;

  IngestJobTest(SparkSession spark, @TempDir Path folder) {
    this.archive = new TestArchive(spark, folder);
    this.lake = archive.lake("one");
  }

  private void threeDrops() {
    archive.put(
        "2026-01-01/a",
        """
        verdict      | line | ordinal | post_id | text  | posted_at            | fetched_at           | reason    | excerpt
        post         | 1    | 0       | p1      | One   | 2026-01-01T22:30:00Z | 2026-01-01T00:00:00Z | -         | -
        post         | 1    | 1       | p1a     | Reply | 2026-01-01T23:30:00Z | 2026-01-01T00:00:00Z | -         | -
        post         | 2    | 0       | p2      | Two   | 2026-01-01T10:00:00Z | 2026-01-01T00:00:00Z | -         | -
        rejected     | 3    | 0       | -       | -     | -                    | -                    | not_json  | {...
        out_of_scope | 4    | 0       | -       | -     | -                    | -                    | no_text   | -
        post         | 5    | 0       | p3      | Three | 2026-01-01T10:00:00Z | 2026-01-01T00:00:00Z | -         | -
        post         | 6    | 0       | p1      | One!  | 2026-01-01T22:30:00Z | 2026-01-01T05:00:00Z | -         | -
        """);
    archive.put(
        "2026-01-02/b",
        """
        verdict      | line | ordinal | post_id | text  | posted_at            | fetched_at           | reason
        post         | 1    | 0       | p2      | Two!  | 2026-01-01T10:00:00Z | 2026-01-02T00:00:00Z | -
        notice       | 2    | 0       | p3      | -     | -                    | -                    | delete
        notice       | 3    | 0       | p9      | -     | -                    | -                    | delete
        post         | 4    | 0       | p4      | Four  | 2026-01-02T10:00:00Z | 2026-01-02T00:00:00Z | -
        file_failure | 5    | 0       | -       | -     | -                    | -                    | truncated
        """);
    archive.put("2026-01-04/c", TestArchive.posts("2026-01-04", "post | 1 | 0 | p9 | Gone"));
  }

  @Test
  void accountsForEveryRecordAndKeepsEveryPostOnce() {
    threeDrops();

    IngestResult result = archive.night(lake, "2026-01-04");

    assertThat(
            TextTable.show(lake.read(Posts.TABLE), "post_id", "text", "day", "file", "first_file"))
        .isEqualTo(
            """
            post_id | text | day | file | first_file
            p1 | One! | 2026-01-01 | tweets/2026-01-01/a | tweets/2026-01-01/a
            p1a | Reply | 2026-01-02 | tweets/2026-01-01/a | tweets/2026-01-01/a
            p2 | Two! | 2026-01-01 | tweets/2026-01-02/b | tweets/2026-01-01/a
            p4 | Four | 2026-01-02 | tweets/2026-01-02/b | tweets/2026-01-02/b
            """);
    assertThat(TextTable.show(lake.read(Coverage.TABLE), COUNTS))
        .isEqualTo(
            """
            file | read | accepted | rejected | duplicates | out_of_scope | notices | failure
            tweets/2026-01-01/a | 6 | 3 | 1 | 1 | 1 | 0 | -
            tweets/2026-01-02/b | 4 | 1 | 0 | 1 | 0 | 2 | truncated
            tweets/2026-01-04/c | 1 | 1 | 0 | 0 | 0 | 0 | -
            """);
    assertThat(
            TextTable.show(lake.read(RejectedRecords.TABLE), "file", "line", "reason", "excerpt"))
        .isEqualTo("file | line | reason | excerpt\ntweets/2026-01-01/a | 3 | not_json | {...\n");
    assertThat(TextTable.show(lake.read(Erasures.TABLE), "platform", "first_file"))
        .isEqualTo(
            """
            platform | first_file
            t | tweets/2026-01-01/a
            t | tweets/2026-01-04/c
            """);
    assertThat(result.gaps()).hasToString("{tweets=[2026-01-03]}");
    assertThat(result.failures()).isEqualTo(Map.of("tweets/2026-01-02/b", "truncated"));
    assertThat(result.posts())
        .isEqualTo(new PostChanges(4, 0, 0, DayRanges.parse("2026-01-01..2026-01-02")));
    assertThat(result.total()).isEqualTo(new SourceCounts(3, 11, 5, 1, 2, 1, 2));
  }

  @Test
  void nightByNightEndsAsOneBacklogDoes() {
    threeDrops();
    archive.night(archive.lake("backlog"), "2026-01-05");

    archive.night(lake, "2026-01-01");
    IngestResult second = archive.night(lake, "2026-01-02");

    assertThat(second.posts())
        .isEqualTo(new PostChanges(1, 1, 1, DayRanges.parse("2026-01-01..2026-01-02")));
    assertThat(lake.note(Posts.TABLE, Commits.DAYS)).contains("2026-01-01..2026-01-02");
    assertThat(lake.commits(Posts.TABLE).get(1).notes())
        .isEqualTo(
            Map.of(
                "batch", "2",
                "replaced", "true",
                "erased", "1",
                "indexed", "true",
                "days", "2026-01-01..2026-01-02"));

    IngestResult third = archive.night(lake, "2026-01-05");

    assertThat(third.batch()).isEqualTo(3);
    assertThat(third.posts()).isEqualTo(PostChanges.NONE);
    assertThat(TestArchive.content(lake)).isEqualTo(TestArchive.content(archive.lake("backlog")));
  }

  @Test
  void aRerunAndAForcedRunChangeNothing() {
    threeDrops();
    archive.night(lake, "2026-01-02");
    archive.night(lake, "2026-01-05");
    String content = TestArchive.content(lake);
    List<Long> snapshots = snapshots();

    IngestResult rerun = archive.night(lake, "2026-01-05");

    assertThat(rerun.summary()).isEqualTo("nothing new in the archive");
    assertThat(rerun.batch()).isEqualTo(2);
    assertThat(snapshots()).isEqualTo(snapshots);

    IngestResult forced = archive.force(lake, "2026-01-05");

    assertThat(forced.total()).isEqualTo(new SourceCounts(3, 11, 5, 1, 2, 1, 2));
    assertThat(forced.posts()).isEqualTo(PostChanges.NONE);
    assertThat(forced.batch()).isEqualTo(2);
    assertThat(TestArchive.content(lake)).isEqualTo(content);
    assertThat(snapshots()).isEqualTo(snapshots);
  }

  @Test
  void aChangedFileIsTakenAgain() {
    archive.put(
        "2026-01-01/a",
        """
        verdict  | line | ordinal | post_id | text   | posted_at            | fetched_at           | reason
        post     | 1    | 0       | p1      | One    | 2026-01-01T10:00:00Z | 2026-01-01T00:00:00Z | -
        post     | 2    | 0       | p2      | Two    | 2026-01-01T10:00:00Z | 2026-01-01T00:00:00Z | -
        rejected | 3    | 0       | -       | -      | -                    | -                    | not_json
        rejected | 4    | 0       | -       | -      | -                    | -                    | not_json
        """);
    archive.put("2026-01-01/b", TestArchive.posts("2026-01-01", "post | 1 | 0 | p1 | Older"));
    archive.night(lake, "2026-01-01");
    archive.put(
        "2026-01-01/a",
        """
        verdict  | line | ordinal | post_id | text   | posted_at            | fetched_at           | reason
        post     | 1    | 0       | p1      | One    | 2026-01-01T10:00:00Z | 2026-01-01T00:00:00Z | -
        post     | 2    | 0       | p2      | Two!   | 2026-01-03T10:00:00Z | 2026-01-01T00:00:00Z | -
        rejected | 3    | 0       | -       | -      | -                    | -                    | no_time
        post     | 4    | 0       | p4      | Four   | 2026-01-01T10:00:00Z | 2026-01-01T00:00:00Z | -
        post     | 5    | 0       | p5      | Five   | 2026-01-01T10:00:00Z | 2026-01-01T00:00:00Z | -
        """);

    IngestResult result = archive.night(lake, "2026-01-01");

    assertThat(result.posts())
        .isEqualTo(new PostChanges(2, 1, 0, DayRanges.parse("2026-01-01,2026-01-03")));
    assertThat(TextTable.show(lake.read(Posts.TABLE), "post_id", "text", "batch"))
        .isEqualTo(
            """
            post_id | text | batch
            p1 | Older | 1
            p2 | Two! | 2
            p4 | Four | 2
            p5 | Five | 2
            """);
    assertThat(TextTable.show(lake.read(RejectedRecords.TABLE), "line", "reason", "batch"))
        .isEqualTo("line | reason | batch\n3 | no_time | 2\n");
    assertThat(TextTable.show(lake.read(Coverage.TABLE), "file", "read", "accepted", "duplicates"))
        .isEqualTo(
            """
            file | read | accepted | duplicates
            tweets/2026-01-01/a | 5 | 4 | 0
            tweets/2026-01-01/b | 1 | 0 | 1
            """);
  }

  @Test
  void emptyFilesAndNoticesAloneAreABatch() {
    archive.put("2026-01-01/a", "");
    assertThat(archive.night(lake, "2026-01-01").batch()).isEqualTo(1);
    archive.put(
        "2026-01-02/b",
        "verdict | line | ordinal | post_id\nnotice | 1 | 0 | p1\nnotice | 2 | 0 | -\n");

    IngestResult result = archive.night(lake, "2026-01-02");

    assertThat(result.batch()).isEqualTo(2);
    assertThat(lake.read(Erasures.TABLE).count()).isEqualTo(1);
    assertThat(TextTable.show(lake.read(Coverage.TABLE), "file", "read", "notices", "batch"))
        .isEqualTo(
            """
            file | read | notices | batch
            tweets/2026-01-01/a | 0 | 0 | 1
            tweets/2026-01-02/b | 2 | 2 | 2
            """);
  }

  @Test
  void dropsAfterTheNightWait() {
    threeDrops();

    IngestResult result = archive.night(lake, "2026-01-01");

    assertThat(result.laterFiles()).isEqualTo(2);
    assertThat(result.gaps()).isEmpty();
    assertThat(
            lake.read(Coverage.TABLE)
                .select("drop")
                .as(org.apache.spark.sql.Encoders.LOCALDATE())
                .collectAsList())
        .containsExactly(LocalDate.parse("2026-01-01"));
  }

  @Test
  void refusesAnArchiveThatIsNotThere() {
    assertThatThrownBy(() -> archive.night(lake, "2026-01-01"))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.exitCode()).isEqualTo(ExitCode.INPUT_NOT_READY));
  }

  private List<Long> snapshots() {
    return TestArchive.TABLES.stream().map(table -> lake.snapshot(table).orElse(0L)).toList();
  }
}
