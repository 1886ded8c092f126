package org.credence.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.credence.lake.Coverage;
import org.credence.lake.Lake;
import org.credence.lake.PostDays;
import org.credence.lake.Posts;
import org.credence.lake.Table;
import org.credence.testing.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch that stopped after any of its commits, and was taken again. */
@SparkTest
class InterruptedIngestTest {

  private final TestArchive archive;
  private final SparkSession spark;

  InterruptedIngestTest(SparkSession spark, @TempDir Path folder) {
    this.spark = spark;
    this.archive = new TestArchive(spark, folder);
    archive.put(
        "2026-01-01/a",
        """
        verdict  | line | ordinal | post_id | text  | posted_at            | fetched_at           | reason
        post     | 1    | 0       | p1      | One   | 2026-01-01T10:00:00Z | 2026-01-01T00:00:00Z | -
        post     | 2    | 0       | p2      | Two   | 2026-01-01T10:00:00Z | 2026-01-01T00:00:00Z | -
        rejected | 3    | 0       | -       | -     | -                    | -                    | not_json
        notice   | 4    | 0       | p5      | -     | -                    | -                    | delete
        """);
    archive.put(
        "2026-01-02/b",
        """
        verdict  | line | ordinal | post_id | text  | posted_at            | fetched_at           | reason
        post     | 1    | 0       | p1      | One!  | 2026-01-01T10:00:00Z | 2026-01-02T00:00:00Z | -
        post     | 2    | 0       | p2      | Two!  | 2026-01-01T10:00:00Z | 2026-01-02T00:00:00Z | -
        notice   | 3    | 0       | p2      | -     | -                    | -                    | delete
        post     | 4    | 0       | p4      | Four  | 2026-01-02T10:00:00Z | 2026-01-02T00:00:00Z | -
        post     | 5    | 0       | p5      | Five  | 2026-01-02T10:00:00Z | 2026-01-02T00:00:00Z | -
        rejected | 6    | 0       | -       | -     | -                    | -                    | not_json
        """);
  }

  @Test
  void endsInTheSameState() {
    Lake whole = archive.lake("whole");
    archive.night(whole, "2026-01-01");
    archive.night(whole, "2026-01-02");
    String content = TestArchive.content(whole);
    // How many commits of the index are left: the first night's, then new posts, then gone ones.
    Map<String, Integer> stops =
        Map.of(
            "rejected_records", 1,
            "first_erasures", 1,
            "indexed_erasures", 2,
            "first_posts", 2,
            "indexed_posts", 2);

    for (String stop : stops.keySet()) {
      Lake lake = archive.lake(stop);
      archive.night(lake, "2026-01-01");
      Map<Table, Integer> before = new HashMap<>();
      TestArchive.TABLES.forEach(table -> before.put(table, lake.commits(table).size()));
      archive.night(lake, "2026-01-02");
      boolean reached = true;
      for (Table table : TestArchive.TABLES) {
        if (stop.equals("first_" + table.name())) {
          archive.rollBack(stop, lake, table, before.getOrDefault(table, 0) + 1);
        } else if (!reached) {
          archive.rollBack(stop, lake, table, before.getOrDefault(table, 0));
        }
        reached &= !stop.endsWith(table.name());
      }
      assertThat(lake.commits(PostDays.TABLE)).hasSize(3);
      archive.rollBack(stop, lake, PostDays.TABLE, stops.get(stop));

      IngestResult again = archive.night(lake, "2026-01-02");

      assertThat(again.batch()).as(stop).isEqualTo(3);
      assertThat(again.total()).as(stop).isEqualTo(new SourceCounts(1, 6, 2, 1, 2, 0, 1));
      assertThat(TestArchive.content(lake)).as(stop).isEqualTo(content);
      assertThat(TestArchive.places(lake.read(PostDays.TABLE)))
          .as(stop)
          .isEqualTo(TestArchive.places(lake.read(Posts.TABLE)));
    }
  }

  @Test
  void endsInTheSameStateOnTheFirstNight() {
    Lake lake = archive.lake("first");
    archive.night(lake, "2026-01-02");
    String content = TestArchive.content(lake);
    spark.sql("DROP TABLE " + archive.name("first", Coverage.TABLE));

    IngestResult again = archive.night(lake, "2026-01-02");

    assertThat(again.batch()).isEqualTo(2);
    assertThat(again.posts()).isEqualTo(PostChanges.NONE);
    assertThat(TestArchive.content(lake)).isEqualTo(content);
  }
}
