package org.credence.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.credence.archive.ArchiveRecords;
import org.credence.testing.SparkTest;
import org.credence.testing.TextTable;
import org.junit.jupiter.api.Test;

@SparkTest
class AccountingTest {

  @Test
  void countsRecordsNotTheFurtherPostsOfARecord(SparkSession spark) {
    var records =
        TextTable.read(
            spark,
            ArchiveRecords.TABLE,
            """
            file | line | ordinal | verdict      | reason
            a    | 1    | 0       | post         | -
            a    | 1    | 1       | post         | -
            a    | 2    | 0       | rejected     | no_json
            a    | 3    | 0       | out_of_scope | no_text
            a    | 4    | 0       | notice       | delete
            a    | 5    | 0       | post         | -
            b    | 1    | 0       | post         | -
            b    | 2    | 0       | file_failure | truncated
            """);

    assertThat(
            TextTable.show(
                Accounting.tally(records),
                "file",
                "read",
                "with_post",
                "rejected",
                "out_of_scope",
                "notices",
                "deliveries",
                "failures"))
        .isEqualTo(
            """
            file | read | with_post | rejected | out_of_scope | notices | deliveries | failures
            a | 5 | 2 | 1 | 1 | 1 | 3 | 0
            b | 1 | 1 | 0 | 0 | 0 | 1 | 1
            """);
    assertThat(TextTable.show(Accounting.failures(records), "file", "reason"))
        .isEqualTo("file | reason\nb | truncated\n");
  }

  @Test
  void countsWhatBecameOfDeliveries(SparkSession spark) {
    var decisions =
        TextTable.read(
            spark,
            Deduplication.DECISIONS,
            """
            file | line | ordinal | accepted | written | stored_day
            a    | 1    | 0       | true     | true    | -
            a    | 2    | 0       | false    | true    | 2026-01-01
            a    | 3    | 0       | false    | false   | 2026-01-01
            a    | 3    | 1       | false    | false   | -
            b    | 1    | 0       | true     | false   | -
            """);

    assertThat(
            TextTable.show(
                Accounting.outcomes(decisions), "file", "duplicates", "held_back", "replacing"))
        .isEqualTo(
            """
            file | duplicates | held_back | replacing
            a | 2 | 2 | 1
            b | 0 | 1 | 0
            """);
  }

  @Test
  void countsThatDoNotAddUpAreABug() {
    TakenFile taken = new TakenFile("tweets", "twitter/2026-01-01/a.json", 9, "v");

    assertThatThrownBy(
            () ->
                new FileAccount(
                    taken, LocalDate.parse("2026-01-01"), 10, 5, 1, 1, 1, 1, Optional.empty()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("twitter/2026-01-01/a.json: 10 records read, but 5 accepted");
  }
}
