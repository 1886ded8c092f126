package org.credence.jobs.ingest;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.credence.lake.Coverage;
import org.credence.lake.DayRanges;
import org.credence.lake.Lake;
import org.credence.lake.PostDays;
import org.credence.lake.Posts;
import org.credence.lake.WaitingReplies;
import org.credence.testing.SparkTest;
import org.credence.testing.TextTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replies and the posts that they answer, in whichever night they come. */
@SparkTest
class ThreadNightsTest {

  private static final String COLUMNS =
      "verdict | line | ordinal | post_id | parent_id | thread_id | text | posted_at | fetched_at | reason\n";

  /** A chain with a side branch, a cycle, an orphan and a thread that the platform tells. */
  private static final Map<String, String> PARENTS =
      Map.ofEntries(
          Map.entry("1", "-"),
          Map.entry("2", "1"),
          Map.entry("3", "2"),
          Map.entry("4", "3"),
          Map.entry("5", "2"),
          Map.entry("11", "13"),
          Map.entry("12", "11"),
          Map.entry("13", "12"),
          Map.entry("14", "13"),
          Map.entry("21", "20"),
          Map.entry("22", "21"),
          Map.entry("31", "30"),
          Map.entry("32", "31"));

  private static final String NOBODY = "missing_id | post_id | day\n\n";

  private static final String THREADS =
      """
      post_id | thread_id
      1 | 1
      11 | 11
      12 | 11
      13 | 11
      14 | 11
      2 | 1
      21 | 20
      22 | 20
      3 | 1
      31 | talk
      32 | talk
      4 | 1
      5 | 1
      """;

  private final TestArchive archive;
  private final SparkSession spark;

  ThreadNightsTest(SparkSession spark, @TempDir Path folder) {
    this.spark = spark;
    this.archive = new TestArchive(spark, folder);
  }

  /** Puts posts of one day into a drop of any other. */
  private void drop(String date, String... ids) {
    archive.put(date + "/a", posts(ids));
  }

  private static String posts(String... ids) {
    return IntStream.range(0, ids.length)
        .mapToObj(
            at ->
                "post | %d | 0 | %s | %s | %s | Text | 2026-01-01T10:00:00Z | 2026-01-01T00:00:00Z | -"
                    .formatted(
                        at + 1, ids[at], PARENTS.get(ids[at]), ids[at].equals("31") ? "talk" : "-"))
        .collect(joining("\n", COLUMNS, "\n"));
  }

  private static String threads(Lake lake) {
    return TextTable.show(lake.read(Posts.TABLE), "post_id", "thread_id");
  }

  private static String waiting(Lake lake) {
    return TextTable.show(lake.read(WaitingReplies.TABLE), "missing_id", "post_id", "day");
  }

  /** What stands in the lake, whichever delivery brought it. */
  private static String rows(Lake lake) {
    String[] columns =
        Stream.of(Posts.TABLE.schema().fieldNames())
            .filter(name -> !List.of("drop", "file", "line", "first_file", "batch").contains(name))
            .toArray(String[]::new);
    return TextTable.show(
        lake.read(Posts.TABLE).withColumn("reaction_kinds", Posts.TEXT.col()), columns);
  }

  @Test
  void anyOrderEndsInTheSameRows() {
    String[][][] orders = {
      {{"1", "2", "3", "4", "5", "11", "12", "13", "14", "21", "22", "31", "32"}},
      {{"1", "11", "14", "31"}, {"2", "12", "21"}, {"3", "4", "5", "13", "22", "32"}},
      {{"4", "5", "14", "22", "32"}, {"3", "13", "21", "11"}, {"2", "12"}, {"1", "31"}},
      {{"4", "3", "12", "32"}, {"1", "5", "14"}, {"2", "13", "22", "31"}, {"11", "21"}},
    };
    String first = "";
    for (int order = 0; order < orders.length; order++) {
      Lake lake = archive.lake("order" + order);
      for (int night = 0; night < orders[order].length; night++) {
        String date = "2026-01-0" + (night + 1);
        drop(date, orders[order][night]);
        archive.night(lake, date);
      }
      assertThat(threads(lake)).as("order %d", order).isEqualTo(THREADS);
      assertThat(waiting(lake))
          .as("order %d", order)
          .isEqualTo("missing_id | post_id | day\n20 | 21 | 2026-01-01\n20 | 22 | 2026-01-01\n");
      first = first.isEmpty() ? rows(lake) : first;
      assertThat(rows(lake)).isEqualTo(first);
    }
  }

  @Test
  void countsOrphansAndCyclesAndTellsWhichDaysChange() {
    Lake lake = archive.lake("counted");
    drop("2026-01-01", "4", "5", "12", "13");
    drop("2026-01-02", "2", "11");
    drop("2026-01-03", "1", "3");

    assertThat(archive.night(lake, "2026-01-01").replies())
        .isEqualTo(Map.of("tweets", new ReplyCounts(4, 4, 0)));
    assertThat(waiting(lake))
        .isEqualTo(
            """
            missing_id | post_id | day
            11 | 12 | 2026-01-01
            11 | 13 | 2026-01-01
            2 | 5 | 2026-01-01
            3 | 4 | 2026-01-01
            """);

    IngestResult second = archive.night(lake, "2026-01-02");

    assertThat(second.replies())
        .as("2 waits for 1 and leads 5 on; 11 closes a cycle over 12 and 13, whose thread stays")
        .isEqualTo(Map.of("tweets", new ReplyCounts(5, 2, 1)));
    assertThat(second.posts()).isEqualTo(new PostChanges(2, 1, 0, DayRanges.parse("2026-01-01")));
    assertThat(second.figures().get("replies"))
        .isEqualTo(Map.of("tweets", Map.of("replies", 5L, "orphans", 2L, "cycles", 1L)));

    IngestResult third = archive.night(lake, "2026-01-03");

    assertThat(third.replies()).isEqualTo(Map.of("tweets", new ReplyCounts(2, 0, 0)));
    assertThat(third.posts()).isEqualTo(new PostChanges(2, 1, 0, DayRanges.parse("2026-01-01")));
    assertThat(waiting(lake)).isEqualTo(NOBODY);
  }

  @Test
  void looksAtNoDayOnWhichNothingIsAnsweredOrWaits() {
    Lake lake = archive.lake("cost");
    for (String month : new String[] {"1", "2", "3"}) {
      archive.put(
          "2026-0" + month + "-10/a",
          COLUMNS
              + """
              post | 1 | 0 | %1$s00 | -      | - | Root  | 2026-0%1$s-10T10:00:00Z | 2026-01-01T00:00:00Z | -
              post | 2 | 0 | %1$s01 | %1$s50 | - | Waits | 2026-0%1$s-10T10:00:00Z | 2026-01-01T00:00:00Z | -
              """
                  .formatted(month));
      archive.night(lake, "2026-0" + month + "-10");
    }
    archive.loseFiles("cost", Posts.TABLE, "month(day) <> 2");
    archive.loseFiles("cost", PostDays.TABLE, "month(day) <> 2");
    archive.loseFiles("cost", WaitingReplies.TABLE, "month(day) <> 2");
    archive.put(
        "2026-03-11/b",
        COLUMNS
            + """
            post | 1 | 0 | 400 | 200 | - | Reply | 2026-03-11T10:00:00Z | 2026-03-11T00:00:00Z | -
            post | 2 | 0 | 250 | 200 | - | Late  | 2026-02-10T10:00:00Z | 2026-03-11T00:00:00Z | -
            """);

    IngestResult night = archive.night(lake, "2026-03-11");

    assertThat(night.posts())
        .isEqualTo(new PostChanges(2, 1, 0, DayRanges.parse("2026-02-10,2026-03-11")));
    assertThat(
            TextTable.show(
                lake.read(Posts.TABLE).filter("day IN ('2026-02-10', '2026-03-11')"),
                "post_id",
                "thread_id"))
        .isEqualTo("post_id | thread_id\n200 | 200\n201 | 200\n250 | 200\n400 | 200\n");
  }

  @Test
  void postsThatGoWaitNoLonger() {
    Lake lake = archive.lake("gone");
    drop("2026-01-01", "4", "5", "22");
    archive.night(lake, "2026-01-01");
    archive.put(
        "2026-01-02/a",
        COLUMNS
            + """
            notice | 1 | 0 | 5 | - | -    | -    | -                    | -                    | delete
            post   | 2 | 0 | 4 | 3 | told | Text | 2026-01-02T10:00:00Z | 2026-01-02T00:00:00Z | -
            """);
    archive.night(lake, "2026-01-02");

    assertThat(waiting(lake)).isEqualTo("missing_id | post_id | day\n21 | 22 | 2026-01-01\n");
    assertThat(threads(lake)).isEqualTo("post_id | thread_id\n22 | 21\n4 | told\n");
    assertThat(lake.note(WaitingReplies.TABLE, "erased")).contains("1");
  }

  @Test
  void anInterruptedNightEndsInTheSameState() {
    drop("2026-01-01", "4", "5", "12", "13");
    drop("2026-01-02", "2", "3", "11", "21");
    Lake whole = archive.lake("whole");
    archive.night(whole, "2026-01-01");
    archive.night(whole, "2026-01-02");
    int posts = whole.commits(Posts.TABLE).size();
    assertThat(posts).as("the first night's, restated ones, new ones").isEqualTo(3);
    assertThat(whole.commits(WaitingReplies.TABLE)).hasSize(3);

    for (int left = 1; left <= posts; left++) {
      String name = "left" + left;
      Lake lake = archive.lake(name);
      archive.night(lake, "2026-01-01");
      archive.night(lake, "2026-01-02");
      archive.rollBack(name, lake, Posts.TABLE, left);
      archive.rollBack(name, lake, WaitingReplies.TABLE, 2);
      archive.rollBack(name, lake, Coverage.TABLE, 1);

      archive.night(lake, "2026-01-02");

      assertThat(TestArchive.content(lake)).as(name).isEqualTo(TestArchive.content(whole));
      assertThat(waiting(lake)).as(name).isEqualTo(waiting(whole));
      assertThat(archive.force(lake, "2026-01-02").posts()).as(name).isEqualTo(PostChanges.NONE);
    }
  }

  @Test
  void postsOfAnOlderReleaseAreTakenForRoots() {
    Lake lake = archive.lake("old");
    drop("2026-01-01", "1", "2");
    archive.night(lake, "2026-01-01");
    spark.sql("UPDATE %s SET thread_id = NULL".formatted(archive.name("old", Posts.TABLE)));
    drop("2026-01-02", "3");

    archive.night(lake, "2026-01-02");

    assertThat(threads(lake)).isEqualTo("post_id | thread_id\n1 | -\n2 | -\n3 | 2\n");
    assertThat(waiting(lake)).isEqualTo(NOBODY);
  }
}
