package org.credence.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.credence.lake.Coverage;
import org.credence.lake.DayRanges;
import org.credence.lake.ErasedOnRequest;
import org.credence.lake.Lake;
import org.credence.lake.Notes;
import org.credence.lake.PostDays;
import org.credence.lake.Posts;
import org.credence.lake.RejectedRecords;
import org.credence.testing.SparkTest;
import org.credence.testing.TextTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notices that an account has ended, before, with and after the posts of its author. */
@SparkTest
class WithdrawnAuthorsTest {

  private final TestArchive archive;

  WithdrawnAuthorsTest(SparkSession spark, @TempDir Path folder) {
    this.archive = new TestArchive(spark, folder);
    archive.put(
        "2026-01-01/a",
        """
        verdict  | line | ordinal | post_id | author_key | text  | posted_at            | fetched_at           | reason   | excerpt
        post     | 1    | 0       | p1      | ann        | One   | 2026-01-01T10:00:00Z | 2026-01-01T00:00:00Z | -        | -
        post     | 2    | 0       | p2      | bob        | Two   | 2026-01-01T10:00:00Z | 2026-01-01T00:00:00Z | -        | -
        rejected | 3    | 0       | -       | -          | -     | -                    | -                    | not_json | {ann
        """);
    archive.put(
        "2026-01-02/b",
        """
        verdict  | line | ordinal | post_id | author_key | text  | posted_at            | fetched_at           | reason
        post     | 1    | 0       | p3      | ann        | Three | 2026-01-02T10:00:00Z | 2026-01-02T00:00:00Z | -
        notice   | 2    | 0       | -       | ann        | -     | -                    | -                    | account
        notice   | 3    | 0       | -       | cid        | -     | -                    | -                    | account
        post     | 4    | 0       | p4      | bob        | Four  | 2026-01-02T10:00:00Z | 2026-01-02T00:00:00Z | -
        notice   | 5    | 0       | -       | -          | -     | -                    | -                    | account_back
        """);
    archive.put(
        "2026-01-03/c",
        """
        verdict  | line | ordinal | post_id | author_key | text  | posted_at            | fetched_at           | reason
        post     | 1    | 0       | p5      | cid        | Five  | 2026-01-03T10:00:00Z | 2026-01-03T00:00:00Z | -
        post     | 2    | 0       | p6      | ann        | Six   | 2026-01-03T10:00:00Z | 2026-01-03T00:00:00Z | -
        notice   | 3    | 0       | -       | ann        | -     | -                    | -                    | account
        post     | 4    | 0       | p7      | bob        | Seven | 2026-01-03T10:00:00Z | 2026-01-03T00:00:00Z | -
        """);
  }

  private static String posts(Lake lake) {
    return TextTable.show(lake.read(Posts.TABLE), "post_id", "author_key");
  }

  @Test
  void theirPostsGoAndDoNotComeBackWhateverStopsTheNight() {
    Lake lake = archive.lake("nightly");
    archive.night(lake, "2026-01-01");
    assertThat(posts(lake)).isEqualTo("post_id | author_key\np1 | ann\np2 | bob\n");

    IngestResult second = archive.night(lake, "2026-01-02");

    assertThat(posts(lake)).isEqualTo("post_id | author_key\np2 | bob\np4 | bob\n");
    assertThat(second.posts())
        .isEqualTo(new PostChanges(2, 0, 2, DayRanges.parse("2026-01-01..2026-01-02")));
    assertThat(lake.note(Posts.TABLE, Notes.ERASED)).contains("2");
    assertThat(TextTable.show(lake.read(RejectedRecords.TABLE), "line", "excerpt"))
        .isEqualTo("line | excerpt\n3 | -\n");

    aCrashBeforeTheyWereGone(lake);
    IngestResult third = archive.night(lake, "2026-01-03");

    assertThat(posts(lake)).isEqualTo("post_id | author_key\np2 | bob\np4 | bob\np7 | bob\n");
    assertThat(third.posts()).isEqualTo(new PostChanges(1, 0, 0, DayRanges.parse("2026-01-03")));
    assertThat(TextTable.show(lake.read(Coverage.TABLE), "file", "read", "accepted", "notices"))
        .isEqualTo(
            """
            file | read | accepted | notices
            tweets/2026-01-01/a | 3 | 2 | 0
            tweets/2026-01-02/b | 5 | 2 | 3
            tweets/2026-01-03/c | 4 | 3 | 1
            """);
    assertThat(lake.read(ErasedOnRequest.TABLE).filter("kind = 'author'").count()).isEqualTo(2);
    assertThat(TestArchive.places(lake.read(PostDays.TABLE)))
        .isEqualTo(TestArchive.places(lake.read(Posts.TABLE)));

    String content = TestArchive.content(lake);
    IngestResult forced = archive.force(lake, "2026-01-03");

    assertThat(forced.posts()).isEqualTo(PostChanges.NONE);
    assertThat(forced.batch()).isEqualTo(4);
    assertThat(TestArchive.content(lake)).isEqualTo(content);
  }

  /** Whom to erase stands in the lake; their posts, the second commit of that night, still too. */
  private void aCrashBeforeTheyWereGone(Lake lake) {
    String content = TestArchive.content(lake);
    archive.rollBack("nightly", lake, Posts.TABLE, 2);
    archive.rollBack("nightly", lake, Coverage.TABLE, 1);
    assertThat(posts(lake)).contains("p1 | ann");

    IngestResult again = archive.night(lake, "2026-01-02");

    assertThat(again.posts().removed()).isEqualTo(2);
    assertThat(TestArchive.content(lake)).isEqualTo(content);
  }
}
