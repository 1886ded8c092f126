package org.credence.jobs.cubes;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.credence.cubes.DataCoverage;
import org.credence.testing.SparkTest;
import org.credence.testing.TextTable;
import org.junit.jupiter.api.Test;

@SparkTest
class RestatementTest {

  private static final String HEAD =
      "level | period | source | state | edition | files | records_read\n";

  @Test
  void aCellKeepsTheEditionInWhichItLastChanged(SparkSession spark) {
    Dataset<Row> before =
        rows(
            spark,
            """
            day | 2026-01-01 | twitter | published | first  | 1 | 10
            day | 2026-01-02 | twitter | published | second | 1 | 20
            day | 2026-01-02 | reviews | missing   | second | - | -
            day | 2026-01-03 | twitter | published | second | 1 | 30
            """);
    Dataset<Row> now =
        rows(
            spark,
            """
            day | 2026-01-01 | twitter | published | ? | 1 | 10
            day | 2026-01-02 | twitter | published | ? | 1 | 21
            day | 2026-01-02 | reviews | missing   | ? | - | -
            day | 2026-01-04 | twitter | published | ? | 1 | 30
            """);

    Dataset<Row> marked = Restatement.mark(DataCoverage.CUBE, now, before, "third");

    assertThat(TextTable.show(marked, "period", "source", "edition"))
        .isEqualTo(
            """
            period | source | edition
            2026-01-01 | twitter | first
            2026-01-02 | reviews | second
            2026-01-02 | twitter | third
            2026-01-04 | twitter | third
            """);
  }

  private static Dataset<Row> rows(SparkSession spark, String text) {
    return TextTable.read(spark, DataCoverage.CUBE.table(), HEAD + text);
  }
}
