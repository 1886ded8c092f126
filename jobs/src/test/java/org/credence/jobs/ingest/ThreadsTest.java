package org.credence.jobs.ingest;

import static java.util.stream.Collectors.joining;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.credence.testing.SparkTest;
import org.credence.testing.TextTable;
import org.junit.jupiter.api.Test;

@SparkTest
class ThreadsTest {

  private static final String[] COLUMNS = {"platform", "post_id", "root_id", "waits", "cut"};
  private static final String LINKS = "platform | post_id | next_id | root_id | waits\n";

  private final SparkSession spark;

  ThreadsTest(SparkSession spark) {
    this.spark = spark;
  }

  private Dataset<Row> roots(String links) {
    return ThreadRoots.of(
        Batch.Found.of(TextTable.read(spark, ThreadLinks.LINKS, LINKS + links.stripIndent())));
  }

  private String shown(String links) {
    return TextTable.show(roots(links), COLUMNS);
  }

  @Test
  void followsChainsAndStars() {
    assertThat(
            shown(
                """
                t | a1 | -  | a | false
                t | a2 | a1 | - | false
                t | a3 | a2 | - | false
                t | a4 | a3 | - | false
                t | a5 | a1 | - | false
                t | a6 | a1 | - | false
                """))
        .isEqualTo(
            """
            platform | post_id | root_id | waits | cut
            t | a1 | a | false | false
            t | a2 | a | false | false
            t | a3 | a | false | false
            t | a4 | a | false | false
            t | a5 | a | false | false
            t | a6 | a | false | false
            """);
  }

  @Test
  void keepsPlatformsApartAndTellsWhoWaits() {
    assertThat(
            shown(
                """
                t | 2 | - | 1 | false
                t | 3 | 2 | - | false
                u | 2 | - | 9 | true
                u | 3 | 2 | - | false
                """))
        .isEqualTo(
            """
            platform | post_id | root_id | waits | cut
            t | 2 | 1 | false | false
            t | 3 | 1 | false | false
            u | 2 | 9 | true | false
            u | 3 | 9 | true | false
            """);
  }

  @Test
  void cutsCyclesAtTheirLeastId() {
    assertThat(
            shown(
                """
                t | 10 | 9  | - | false
                t | 9  | 10 | - | false
                t | 11 | 10 | - | false
                t | 12 | 11 | - | false
                t | c  | a  | - | false
                t | a  | b  | - | false
                t | b  | c  | - | false
                t | s  | s  | - | false
                t | s2 | s  | - | false
                t | y  | -  | x | false
                t | z  | y  | - | false
                """))
        .isEqualTo(
            """
            platform | post_id | root_id | waits | cut
            t | 10 | 9 | false | false
            t | 11 | 9 | false | false
            t | 12 | 9 | false | false
            t | 9 | 9 | false | true
            t | a | a | false | true
            t | b | a | false | false
            t | c | a | false | false
            t | s | s | false | true
            t | s2 | s | false | false
            t | y | x | false | false
            t | z | x | false | false
            """);
  }

  @Test
  void followsAThousandRepliesInARowAndALongWayIntoACycle() {
    String chain = "t | 1 | - | 0 | true\n" + row(2, 1000, "t");
    String cycle = "u | 1 | 2 | - | false\n" + row(2, 300, "u");

    Dataset<Row> roots = roots(chain + cycle);

    assertThat(roots.count()).isEqualTo(1300);
    assertThat(roots.filter("platform = 't' AND root_id = '0' AND waits").count()).isEqualTo(1000);
    assertThat(roots.filter("platform = 'u' AND root_id = '1' AND NOT waits").count())
        .isEqualTo(300);
    assertThat(TextTable.show(roots.filter("cut"), "platform", "post_id"))
        .isEqualTo("platform | post_id\nu | 1\n");
  }

  private static String row(int first, int last, String platform) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(id -> "%s | %d | %d | - | false\n".formatted(platform, id, id - 1))
        .collect(joining());
  }

  @Test
  void tellsWhatToFollow() {
    Dataset<Row> nodes =
        TextTable.read(
            spark,
            ThreadLinks.NODES,
            """
            platform | post_id | root_id | waits
            t        | root    | root    | false
            t        | told    | talk    | false
            t        | waiting | gone    | true
            t        | reply   | -       | false
            u        | absent  | absent  | false
            """);
    Dataset<Row> replies =
        TextTable.read(
            spark,
            ThreadLinks.REPLIES,
            """
            platform | post_id | parent_id | source | day        | waited_id
            t        | 1       | root      | s      | 2026-01-01 | -
            t        | 2       | told      | s      | 2026-01-01 | -
            t        | 3       | waiting   | s      | 2026-01-01 | -
            t        | reply   | absent    | s      | 2026-01-01 | -
            t        | 4       | reply     | s      | 2026-01-01 | -
            """);

    assertThat(
            TextTable.show(
                ThreadLinks.of(replies, nodes), "post_id", "next_id", "root_id", "waits"))
        .isEqualTo(
            """
            post_id | next_id | root_id | waits
            1 | - | root | false
            2 | - | talk | false
            3 | - | gone | true
            4 | reply | - | false
            reply | - | absent | true
            """);
    assertThat(
            TextTable.show(
                ThreadLinks.anchored(
                    replies
                        .filter("post_id IN ('reply', '4')")
                        .withColumn("waited_id", lit("root")),
                    nodes),
                "post_id",
                "parent_id"))
        .as("a reply to a post that has left the lake goes on from the one that it waited for")
        .isEqualTo("post_id | parent_id\n4 | reply\nreply | root\n");
  }
}
