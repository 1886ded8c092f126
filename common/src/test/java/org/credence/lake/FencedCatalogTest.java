package org.credence.lake;

import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run loses the lake while it writes, as one does that is frozen and wakes up. */
@SparkTest
class FencedCatalogTest {

  private static final Field ID = required("id", StringType, "Key");
  private static final Table TABLE = Table.of("things", ID);
  private static final Map<String, String> NOTES = Map.of("batch", "2");

  private final SparkSession spark;
  private final Lake frozen;
  private int checks;
  private boolean losing;

  FencedCatalogTest(SparkSession spark, @TempDir Path folder) {
    this.spark = spark;
    this.frozen = TestLake.in(spark, folder, this::check);
  }

  /** Lets one check pass, that before the write. */
  private void check() {
    checks++;
    if (losing && checks > 1) {
      throw new Refusal("The lake is busy", "another run holds it", "Wait.", ExitCode.BUSY);
    }
  }

  @BeforeEach
  void twoRows() {
    frozen.ensure(TABLE);
    frozen.append(TABLE, rows("id\na\nb\n"), Map.of("batch", "1"));
    checks = 0;
    losing = true;
  }

  @Test
  @DisplayName("Nothing that was written before is committed after: append, replace, merge, delete")
  void nothingIsCommitted() {
    refused(() -> frozen.append(TABLE, rows("id\nc\n"), NOTES));
    refused(() -> frozen.replaceAll(TABLE, rows("id\nc\n"), NOTES));
    refused(
        () ->
            frozen.merge(
                TABLE,
                TextTable.read(spark, TABLE.with(Lake.DELETED), "id | _deleted\na | true\n"),
                List.of(ID),
                "true",
                NOTES));
    refused(() -> frozen.delete(TABLE, "id = 'a'", NOTES));

    losing = false;
    assertThat(frozen.commits(TABLE)).hasSize(1);
    assertThat(TextTable.show(frozen.read(TABLE), "id")).isEqualTo("id\na\nb\n");
  }

  @Test
  void upkeepStopsToo() {
    checks = 1;

    assertThatThrownBy(() -> Upkeep.of(frozen, TABLE).orElseThrow().purge())
        .hasStackTraceContaining("another run holds it");
  }

  private void refused(Runnable write) {
    checks = 0;
    assertThatThrownBy(write::run).hasStackTraceContaining("another run holds it");
    assertThat(checks).isEqualTo(2);
  }

  private org.apache.spark.sql.Dataset<org.apache.spark.sql.Row> rows(String table) {
    return TextTable.read(spark, TABLE, table);
  }
}
