package org.credence.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.credence.archive.ArchiveRecords;
import org.credence.testing.SparkTest;
import org.credence.testing.TextTable;
import org.junit.jupiter.api.Test;

@SparkTest
class DeduplicationTest {

  private static final String[] SHOWN = {
    "post_id", "file", "line", "accepted", "written", "first_file"
  };

  private static final String NOTHING_STORED =
      "platform | post_id | fetched_at | damaged | drop | file | line | first_file | day\n";
  private static final String NOTHING_ERASED = "platform | post_id | first_file | known\n";

  @Test
  void findsThePostsThatComeTwiceOrGoAgain(SparkSession spark) {
    Dataset<Row> records =
        TextTable.read(
            spark,
            ArchiveRecords.TABLE,
            """
            platform | post_id | verdict      | file | line | ordinal
            t        | once    | post         | a    | 1    | 0
            t        | twice   | post         | a    | 2    | 0
            t        | twice   | post         | b    | 1    | 0
            u        | once    | post         | b    | 2    | 0
            t        | gone    | notice       | a    | 3    | 0
            t        | gone    | post         | b    | 3    | 0
            t        | unknown | notice       | a    | 4    | 0
            t        | unknown | notice       | a    | 5    | 0
            -        | -       | notice       | a    | 6    | 0
            -        | -       | rejected     | a    | 7    | 0
            -        | -       | out_of_scope | a    | 8    | 0
            """);
    Dataset<Row> names = Deliveries.named(records).select("key_hash", "post_id").distinct();

    assertThat(TextTable.show(Deduplication.recurring(records).join(names, "key_hash"), "post_id"))
        .isEqualTo(
            """
            post_id
            gone
            twice
            """);
  }

  @Test
  void theLatestGivesTheValuesAndTheFirstDeliveredIsAccepted(SparkSession spark) {
    assertThat(
            decide(
                spark,
                """
                post_id | fetched_at          | damaged | drop       | file | line | ordinal
                later   | 2026-01-01 10:00:00 | false   | 2026-01-01 | a    | 1    | 0
                later   | 2026-01-01 11:00:00 | false   | 2026-01-02 | b    | 1    | 0
                earlier | 2026-01-01 11:00:00 | false   | 2026-01-01 | a    | 2    | 0
                earlier | 2026-01-01 10:00:00 | false   | 2026-01-02 | b    | 2    | 0
                broken  | 2026-01-01 10:00:00 | false   | 2026-01-01 | a    | 3    | 0
                broken  | 2026-01-01 10:00:00 | true    | 2026-01-02 | b    | 3    | 0
                tie     | 2026-01-01 10:00:00 | false   | 2026-01-02 | b    | 5    | 0
                tie     | 2026-01-01 10:00:00 | false   | 2026-01-02 | b    | 4    | 0
                tie     | 2026-01-01 10:00:00 | false   | 2026-01-01 | c    | 9    | 0
                """,
                NOTHING_STORED,
                NOTHING_ERASED))
        .isEqualTo(
            """
            post_id | file | line | accepted | written | first_file
            broken | a | 3 | true | true | a
            broken | b | 3 | false | false | a
            earlier | a | 2 | true | true | a
            earlier | b | 2 | false | false | a
            later | a | 1 | true | false | a
            later | b | 1 | false | true | a
            tie | b | 4 | false | false | c
            tie | b | 5 | false | true | c
            tie | c | 9 | true | false | c
            """);
  }

  @Test
  void aNewerDeliveryReplacesWhatTheLakeHasAndAnOlderIsOnlyCounted(SparkSession spark) {
    assertThat(
            decide(
                spark,
                """
                post_id | fetched_at          | damaged | drop       | file | line | ordinal
                newer   | 2026-01-02 00:00:00 | false   | 2026-01-02 | b    | 1    | 0
                older   | 2026-01-01 00:00:00 | false   | 2026-01-02 | b    | 2    | 0
                intact  | 2026-01-01 12:00:00 | false   | 2026-01-02 | b    | 3    | 0
                """,
                """
                platform | post_id | fetched_at          | damaged | drop       | file | line | first_file | day
                t        | newer   | 2026-01-01 00:00:00 | false   | 2026-01-01 | a    | 1    | a          | 2026-01-01
                t        | older   | 2026-01-01 12:00:00 | false   | 2026-01-01 | a    | 2    | 0          | 2026-01-01
                t        | intact  | 2026-01-01 12:00:00 | true    | 2026-01-03 | c    | 3    | c          | 2026-01-01
                """,
                NOTHING_ERASED))
        .isEqualTo(
            """
            post_id | file | line | accepted | written | first_file
            intact | b | 3 | false | true | c
            newer | b | 1 | false | true | a
            older | b | 2 | false | false | 0
            """);
  }

  @Test
  void aFileTakenAgainChangesOnlyWhatDiffers(SparkSession spark) {
    assertThat(
            decide(
                spark,
                """
                post_id | fetched_at          | damaged | drop       | file | line | ordinal | digest
                same    | 2026-01-01 00:00:00 | false   | 2026-01-01 | a    | 1    | 0       | 11
                edited  | 2026-01-01 00:00:00 | false   | 2026-01-01 | a    | 2    | 0       | 23
                moved   | 2026-01-01 00:00:00 | false   | 2026-01-01 | a    | 3    | 0       | 31
                lost    | 2026-01-01 00:00:00 | false   | 2026-01-01 | a    | 4    | 0       | 41
                """,
                """
                platform | post_id | fetched_at          | damaged | drop       | file | line | first_file | day        | digest
                t        | same    | 2026-01-01 00:00:00 | false   | 2026-01-01 | a    | 1    | a          | 2026-01-01 | 11
                t        | edited  | 2026-01-01 00:00:00 | false   | 2026-01-01 | a    | 2    | a          | 2026-01-01 | 22
                t        | moved   | 2026-01-01 00:00:00 | false   | 2026-01-01 | a    | 9    | a          | 2026-01-01 | 32
                t        | lost    | 2026-01-02 00:00:00 | false   | 2026-01-02 | b    | 1    | a          | 2026-01-01 | 42
                """,
                NOTHING_ERASED))
        .isEqualTo(
            """
            post_id | file | line | accepted | written | first_file
            edited | a | 2 | true | true | a
            lost | a | 4 | true | false | a
            moved | a | 3 | true | true | a
            same | a | 1 | true | false | a
            """);
  }

  @Test
  void anErasedPostIsNotWrittenButItsRecordsCount(SparkSession spark) {
    assertThat(
            decide(
                spark,
                """
                post_id | fetched_at          | damaged | drop       | file | line | ordinal
                now     | 2026-01-01 00:00:00 | false   | 2026-01-01 | a    | 1    | 0
                now     | 2026-01-02 00:00:00 | false   | 2026-01-02 | b    | 1    | 0
                before  | 2026-01-02 00:00:00 | false   | 2026-01-02 | b    | 2    | 0
                long    | 2026-01-02 00:00:00 | false   | 2026-01-02 | b    | 3    | 0
                both    | 2026-01-02 00:00:00 | false   | 2026-01-02 | b    | 4    | 0
                """,
                """
                platform | post_id | fetched_at          | damaged | drop       | file | line | first_file | day
                t        | both    | 2026-01-01 00:00:00 | false   | 2026-01-01 | a    | 9    | a          | 2026-01-01
                """,
                """
                platform | post_id | first_file | known
                t        | now     | -          | false
                t        | before  | -          | true
                t        | long    | a          | true
                t        | both    | -          | false
                """))
        .isEqualTo(
            """
            post_id | file | line | accepted | written | first_file
            before | b | 2 | true | false | b
            both | b | 4 | false | false | a
            long | b | 3 | false | false | a
            now | a | 1 | true | false | a
            now | b | 1 | false | false | a
            """);
  }

  private static String decide(
      SparkSession spark, String deliveries, String stored, String erased) {
    Dataset<Row> decisions =
        Deduplication.decide(
            TextTable.read(spark, Deliveries.TABLE, deliveries)
                .withColumn("platform", org.apache.spark.sql.functions.lit("t")),
            TextTable.read(spark, Deliveries.STORED, stored),
            TextTable.read(spark, Tombstones.ERASED, erased));
    return TextTable.show(decisions, SHOWN);
  }
}
