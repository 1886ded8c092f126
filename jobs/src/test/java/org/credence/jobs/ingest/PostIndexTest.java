package org.credence.jobs.ingest;

import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.credence.lake.DayRanges;
import org.credence.lake.Lake;
import org.credence.lake.PostDays;
import org.credence.lake.Posts;
import org.credence.testing.SparkTest;
import org.credence.testing.TextTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night that names old posts, in a lake of which it should not look at anything else. */
@SparkTest
class PostIndexTest {

  private final TestArchive archive;
  private final SparkSession spark;
  private final Lake lake;

  PostIndexTest(SparkSession spark, @TempDir Path folder) {
    this.spark = spark;
    this.archive = new TestArchive(spark, folder);
    this.lake = archive.lake("one");
  }

  @BeforeEach
  void threeMonths() {
    for (String month : new String[] {"1", "2", "3"}) {
      String drop = "2026-0" + month + "-10";
      archive.put(
          drop + "/a",
          TestArchive.posts(
              drop,
              "post | 1 | 0 | %s00 | One".formatted(month),
              "post | 2 | 0 | %s01 | Two".formatted(month),
              "post | 3 | 0 | %s02 | Three".formatted(month)));
      archive.night(lake, drop);
    }
    archive.put(
        "2026-03-11/b",
        """
        verdict | line | ordinal | post_id | text   | posted_at            | fetched_at           | reason
        notice  | 1    | 0       | 201     | -      | -                    | -                    | delete
        post    | 2    | 0       | 200     | One!   | 2026-02-10T10:00:00Z | 2026-03-11T00:00:00Z | -
        post    | 3    | 0       | 202     | Three! | 2026-02-12T10:00:00Z | 2026-03-11T00:00:00Z | -
        post    | 4    | 0       | 400     | Four   | 2026-03-11T10:00:00Z | 2026-03-11T00:00:00Z | -
        """);
  }

  @Test
  void findsOldPostsWithoutALookAtOthers() {
    archive.loseFiles("one", Posts.TABLE, "month(day) <> 2");
    archive.loseFiles("one", PostDays.TABLE, "month(day) <> 2");

    IngestResult result = archive.night(lake, "2026-03-11");

    assertThat(result.posts())
        .isEqualTo(new PostChanges(1, 2, 1, DayRanges.parse("2026-02-10,2026-02-12,2026-03-11")));
    assertThat(
            TextTable.show(
                lake.read(Posts.TABLE).filter("day BETWEEN '2026-02-01' AND '2026-02-28'"),
                "post_id",
                "text"))
        .isEqualTo("post_id | text\n200 | One!\n202 | Three!\n");
    assertThat(TestArchive.places(lake.read(PostDays.TABLE).filter("id_order BETWEEN 200 AND 299")))
        .as("without the post that is gone, and without the day that a post has left")
        .isEqualTo("post_id | platform | day\n200 | t | 2026-02-10\n202 | t | 2026-02-12\n");
  }

  @Test
  void isMadeAnewWhenItIsAbsent() {
    spark.sql("DROP TABLE " + archive.name("one", PostDays.TABLE));

    assertThat(archive.night(lake, "2026-03-11").posts().replaced()).isEqualTo(2);

    assertThat(TestArchive.places(lake.read(PostDays.TABLE)))
        .isEqualTo(TestArchive.places(lake.read(Posts.TABLE)));
  }

  @Test
  void isMadeAnewWhenAReleaseWithoutItHasWrittenPosts() {
    lake.append(
        Posts.TABLE,
        lake.read(Posts.TABLE).filter("post_id = '100'").withColumn("post_id", lit("999")),
        Map.of("batch", "4", "days", "2026-01-10"));
    archive.put(
        "2026-03-12/c",
        """
        verdict | line | ordinal | post_id | text   | posted_at            | fetched_at           | reason
        notice  | 1    | 0       | 999     | -      | -                    | -                    | delete
        """);

    IngestResult result = archive.night(lake, "2026-03-12");

    assertThat(result.posts().removed()).isEqualTo(2);
    assertThat(TestArchive.places(lake.read(PostDays.TABLE)))
        .isEqualTo(TestArchive.places(lake.read(Posts.TABLE)));
  }
}
