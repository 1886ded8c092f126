package org.credence.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import org.apache.spark.sql.SparkSession;
import org.credence.archive.AuthorKey;
import org.credence.lake.Coverage;
import org.credence.lake.Lake;
import org.credence.lake.Notes;
import org.credence.lake.Posts;
import org.credence.lake.ScrubbedPlaces;
import org.credence.testing.SparkTest;
import org.credence.testing.TextTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notices that scrub places, before, with and after the posts that they mean. */
@SparkTest
class ScrubbedPlacesTest {

  private final TestArchive archive;

  ScrubbedPlacesTest(SparkSession spark, @TempDir Path folder) {
    this.archive = new TestArchive(spark, folder);
    archive.put(
        "2026-01-01/a",
        """
        verdict | line | ordinal | post_id | author_key | text  | place  | country | posted_at            | fetched_at
        post    | 1    | 0       | 11      | ann        | One   | Paris  | FR      | 2026-01-01T10:00:00Z | 2026-01-01T00:00:00Z
        post    | 2    | 0       | 12      | bob        | Two   | -      | DE      | 2026-01-01T10:00:00Z | 2026-01-01T00:00:00Z
        post    | 3    | 0       | 13      | cid        | Three | Berlin | DE      | 2026-01-01T10:00:00Z | 2026-01-01T00:00:00Z
        post    | 4    | 0       | 14      | ann        | Four  | -      | -       | 2026-01-01T10:00:00Z | 2026-01-01T00:00:00Z
        """);
    archive.put(
        "2026-01-02/b",
        """
        verdict | line | ordinal | post_id | author_key | text  | place | country | posted_at            | fetched_at           | reason    | scrubbed_author | scrubbed_post
        post    | 1    | 0       | 21      | ann        | Five  | Lyon  | FR      | 2026-01-02T10:00:00Z | 2026-01-02T00:00:00Z | -         | -               | -
        notice  | 2    | 0       | -       | -          | -     | -     | -       | -                    | -                    | scrub_geo | ann             | 21
        notice  | 3    | 0       | -       | -          | -     | -     | -       | -                    | -                    | scrub_geo | -               | 13
        post    | 4    | 0       | 22      | ann        | Six   | Nice  | FR      | 2026-01-02T10:00:00Z | 2026-01-02T00:00:00Z | -         | -               | -
        """);
    archive.put(
        "2026-01-03/c",
        """
        verdict | line | ordinal | post_id | author_key | text  | place | country | posted_at            | fetched_at           | reason    | scrubbed_author | scrubbed_post
        post    | 1    | 0       | 15      | ann        | Late  | Metz  | FR      | 2026-01-01T10:00:00Z | 2026-01-03T00:00:00Z | -         | -               | -
        post    | 2    | 0       | 13      | cid        | Three | Bonn  | DE      | 2026-01-01T10:00:00Z | 2026-01-03T00:00:00Z | -         | -               | -
        post    | 3    | 0       | 31      | ann        | Seven | Nancy | FR      | 2026-01-03T10:00:00Z | 2026-01-03T00:00:00Z | -         | -               | -
        notice  | 4    | 0       | -       | -          | -     | -     | -       | -                    | -                    | scrub_geo | ann             | 21
        notice  | 5    | 0       | -       | -          | -     | -     | -       | -                    | -                    | scrub_geo | bob             | -
        """);
  }

  private static String posts(Lake lake) {
    return TextTable.show(lake.read(Posts.TABLE), "post_id", "place", "country", "batch");
  }

  @Test
  void placesGoAndDoNotComeBackWhateverStopsTheNight() {
    Lake lake = archive.lake("nightly");
    archive.night(lake, "2026-01-01");

    IngestResult second = archive.night(lake, "2026-01-02");

    String afterTwo =
        """
        post_id | place | country | batch
        11 | - | - | 1
        12 | - | DE | 1
        13 | - | - | 1
        14 | - | - | 1
        21 | - | - | 2
        22 | Nice | FR | 2
        """;
    assertThat(posts(lake)).isEqualTo(afterTwo);
    assertThat(second.posts().added()).isEqualTo(2);
    assertThat(second.posts().replaced()).isEqualTo(2);
    assertThat(second.posts().removed()).isZero();
    assertThat(lake.note(Posts.TABLE, Notes.ERASED)).as("what was there is purged").contains("2");
    assertThat(lake.note(Posts.TABLE, Notes.DAYS)).as("nothing is scored again").contains("");

    aCrashBeforeTheyWereGone(lake, afterTwo);
    IngestResult third = archive.night(lake, "2026-01-03");

    assertThat(posts(lake))
        .isEqualTo(
            """
            post_id | place | country | batch
            11 | - | - | 1
            12 | - | - | 1
            13 | - | - | 4
            14 | - | - | 1
            15 | - | - | 4
            21 | - | - | 2
            22 | Nice | FR | 2
            31 | Nancy | FR | 4
            """);
    assertThat(third.posts().replaced()).as("cid's text, bob's place").isEqualTo(2);
    String cid = new AuthorKey("a key of the tests").post("t", "13");
    assertThat(TextTable.show(lake.read(ScrubbedPlaces.TABLE), "key", "up_to", "batch").lines())
        .containsExactlyInAnyOrder(
            "key | up_to | batch", "ann | 21 | 2", cid + " | - | 2", "bob | - | 4");
    assertThat(TextTable.show(lake.read(Coverage.TABLE), "file", "read", "accepted", "notices"))
        .isEqualTo(
            """
            file | read | accepted | notices
            tweets/2026-01-01/a | 4 | 4 | 0
            tweets/2026-01-02/b | 4 | 2 | 2
            tweets/2026-01-03/c | 5 | 2 | 2
            """);

    String content = TestArchive.content(lake);
    assertThat(archive.force(lake, "2026-01-03").posts())
        .isEqualTo(new PostChanges(0, 0, 0, Collections.emptySortedSet()));
    assertThat(TestArchive.content(lake)).isEqualTo(content);
  }

  /** What to scrub stands in the lake; of the posts only the new ones were written. */
  private void aCrashBeforeTheyWereGone(Lake lake, String posts) {
    archive.rollBack("nightly", lake, Posts.TABLE, 2);
    archive.rollBack("nightly", lake, Coverage.TABLE, 1);
    assertThat(posts(lake)).contains("11 | Paris | FR").contains("21 | - | -");

    IngestResult again = archive.night(lake, "2026-01-02");

    assertThat(again.posts().replaced()).isEqualTo(2);
    assertThat(posts(lake)).isEqualTo(posts);
  }

  @Test
  void whoIsErasedIsNoLongerAmongThem() {
    Lake lake = archive.lake("erased");
    archive.night(lake, "2026-01-02");
    assertThat(lake.read(ScrubbedPlaces.TABLE).count()).isEqualTo(2);
    archive.put(
        "2026-01-04/d",
        """
        verdict | line | ordinal | author_key | reason
        notice  | 1    | 0       | ann        | account
        """);

    archive.night(lake, "2026-01-04");

    assertThat(lake.read(ScrubbedPlaces.TABLE).filter("key = 'ann'").count()).isZero();
    assertThat(lake.read(ScrubbedPlaces.TABLE).count()).isEqualTo(2);
    assertThat(lake.note(ScrubbedPlaces.TABLE, Notes.ERASED)).contains("1");
  }
}
