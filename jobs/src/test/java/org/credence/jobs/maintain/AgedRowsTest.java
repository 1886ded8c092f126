package org.credence.jobs.maintain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.credence.lake.Lake;
import org.credence.lake.TestLake;
import org.credence.lake.TopicMemories;
import org.credence.settings.CredenceSettings.Retention;
import org.credence.testing.SparkTest;
import org.credence.testing.TextTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class AgedRowsTest {

  @Test
  void theNewestMemoryOfAScopeStaysHoweverOldItIs(SparkSession spark, @TempDir Path folder) {
    Lake lake = TestLake.in(spark, folder);
    lake.ensure(TopicMemories.TABLE);
    lake.append(
        TopicMemories.TABLE,
        spark.sql(
            """
            SELECT CAST(night AS date) AS night, scope, 1L AS batch, CAST('m' AS binary) AS memory
            FROM VALUES ('2026-01-01', 'acme.en'), ('2026-01-02', 'acme.en'),
                ('2026-01-01', '*.fr'), ('2026-03-01', '*.fr'), ('2026-02-03', '*.fr')
                AS memories(night, scope)
            """),
        Map.of());
    AgedRows aged = new AgedRows(lake, LocalDate.parse("2026-03-15"), new Retention(0, 0, 0, 0, 0));

    aged.clear();

    assertThat(TextTable.show(lake.read(TopicMemories.TABLE), "night", "scope"))
        .isEqualTo(
            """
            night | scope
            2026-01-02 | acme.en
            2026-02-03 | *.fr
            2026-03-01 | *.fr
            """);
    int commits = lake.commits(TopicMemories.TABLE).size();
    aged.clear();
    assertThat(lake.commits(TopicMemories.TABLE)).hasSize(commits);
  }
}
