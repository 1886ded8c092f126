package org.credence.lake;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.assertj.core.api.Assertions.assertThat;
import static org.credence.lake.Field.optional;
import static org.credence.lake.Field.required;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.credence.testing.SparkTest;
import org.credence.testing.TextTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class LakeTest {

  private static final Field ID = required("id", StringType, "It's the key");
  private static final Field DAY = required("day", DateType, "Day");
  private static final Field LIKES = optional("likes", LongType, "Likes");
  private static final Table TABLE =
      Table.of("things", ID, DAY, LIKES).partitionedBy("months(day)");

  private final Lake lake;
  private final SparkSession spark;

  LakeTest(SparkSession spark, @TempDir Path folder) {
    this.spark = spark;
    this.lake = TestLake.in(spark, folder);
  }

  @BeforeEach
  void twoRows() {
    lake.ensure(TABLE);
    lake.append(
        TABLE,
        TextTable.read(
            spark,
            TABLE,
            """
            id | day        | likes
            a  | 2026-01-31 | 1
            b  | 2026-02-01 | -
            """),
        Map.of("batch", "1", "days", "2026-01-31"));
  }

  @Test
  void anAbsentTableHasNoRowsAndNoNotes() {
    Table absent = TABLE.named("absent");

    assertThat(lake.read(absent).count()).isZero();
    assertThat(lake.note(absent, "batch")).isEmpty();
    assertThat(lake.snapshot(absent)).isEmpty();
  }

  @Test
  void mergeUpdatesInsertsAndDeletesInOneCommit() {
    lake.merge(
        TABLE,
        TextTable.read(
            spark,
            TABLE.with(Lake.DELETED),
            """
            id | day        | likes | _deleted
            a  | 2026-01-31 | -     | true
            b  | 2026-02-01 | 7     | false
            c  | 2026-02-02 | 2     | false
            d  | 2026-02-02 | -     | true
            """),
        List.of(ID, DAY),
        "t.day >= DATE'2026-01-31'",
        Map.of("batch", "2"));

    assertThat(TextTable.show(lake.read(TABLE), "id", "day", "likes"))
        .isEqualTo(
            """
            id | day | likes
            b | 2026-02-01 | 7
            c | 2026-02-02 | 2
            """);
    assertThat(lake.note(TABLE, "batch")).contains("2");
    assertThat(lake.note(TABLE, "days")).contains("2026-01-31");
    assertThat(lake.commits(TABLE)).hasSize(2);
  }

  @Test
  void replaceAllLeavesOnlyTheNewRows() {
    lake.replaceAll(
        TABLE,
        TextTable.read(spark, TABLE, "id | day\nz | 2026-03-01\n"),
        Map.of("methodology", "m2"));

    assertThat(TextTable.show(lake.read(TABLE), "id")).isEqualTo("id\nz\n");
    assertThat(lake.note(TABLE, "methodology")).contains("m2");
  }

  @Test
  void deleteTakesTheNamedRows() {
    lake.delete(TABLE, "id = 'a'", Map.of());

    assertThat(TextTable.show(lake.read(TABLE), "id")).isEqualTo("id\nb\n");
  }
}
