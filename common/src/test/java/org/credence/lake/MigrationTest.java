package org.credence.lake;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.credence.lake.Field.optional;
import static org.credence.lake.Field.required;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.credence.settings.ExitCode;
import org.credence.settings.Refusal;
import org.credence.testing.SparkTest;
import org.credence.testing.TextTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class MigrationTest {

  private static final Table OLD =
      Table.of("things", required("id", StringType, "Id"), required("day", DateType, "Day"))
          .partitionedBy("months(day)");
  private static final Table NOW =
      OLD.with(optional("likes", LongType, "Likes"), required("kind", StringType, "Kind"));

  private final SparkSession spark;
  private final Lake lake;

  MigrationTest(SparkSession spark, @TempDir Path folder) {
    this.spark = spark;
    this.lake = TestLake.in(spark, folder);
  }

  @BeforeEach
  void aTableOfTheReleaseBefore() {
    lake.ensure(OLD);
    lake.append(OLD, TextTable.read(spark, OLD, "id | day\na | 2026-01-05\n"), Map.of());
  }

  @Test
  void rowsOfTheReleaseBeforeAreReadAndNewOnesWritten() {
    Migration.run(lake, List.of(NOW, Table.of("absent", required("id", StringType, "Id"))));
    lake.append(
        NOW,
        TextTable.read(spark, NOW, "id | day | likes | kind\nb | 2026-01-06 | 3 | post\n"),
        Map.of());

    assertThat(TextTable.show(lake.read(NOW), "id", "day", "likes", "kind"))
        .isEqualTo(
            """
            id | day | likes | kind
            a | 2026-01-05 | - | -
            b | 2026-01-06 | 3 | post
            """);
    long snapshot = lake.snapshot(NOW).orElseThrow();
    Migration.run(lake, List.of(NOW));
    assertThat(lake.snapshot(NOW)).contains(snapshot);
  }

  @Test
  void aTableOfANewerReleaseIsRefused() {
    lake.iceberg(OLD).orElseThrow().updateProperties().set(Migration.FORMAT, "2").commit();

    assertThatThrownBy(() -> Migration.run(lake, List.of(NOW)))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.problem()).isEqualTo("Can't read the lake's table things");
              assertThat(refusal.reason()).contains("in format 2; this release knows up to 1");
              assertThat(refusal.exitCode()).isEqualTo(ExitCode.INPUT_NOT_READY);
            });
  }
}
