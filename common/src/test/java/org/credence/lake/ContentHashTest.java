package org.credence.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.credence.testing.SparkTest;
import org.credence.testing.TextTable;
import org.junit.jupiter.api.Test;

@SparkTest
class ContentHashTest {

  private static final Field BATCH = Field.required("batch", LongType, "How it came about");
  private static final Table PAIRS =
      Table.of(
          "pairs",
          Field.optional("a", StringType, "One"),
          Field.optional("b", StringType, "Other"),
          BATCH);

  private static final String ROWS =
      """
      a | b | batch
      x | y | 1
      x | - | 1
      x | - | 2
      """;

  @Test
  void ignoresOrderPartitionsAndWhatItIsToldToIgnore(SparkSession spark) {
    Dataset<Row> turned =
        TextTable.read(
            spark,
            PAIRS,
            """
            b | a | batch
            - | x | 9
            y | x | 9
            - | x | 9
            """);

    assertThat(ContentHash.of(turned.repartition(3), BATCH))
        .isEqualTo(ContentHash.of(TextTable.read(spark, PAIRS, ROWS), BATCH));
  }

  @Test
  void seesWhereANullStandsAndHowOftenARowComes(SparkSession spark) {
    String hash = ContentHash.of(TextTable.read(spark, PAIRS, ROWS), BATCH);

    assertThat(hash)
        .isNotEqualTo(ContentHash.of(TextTable.read(spark, PAIRS, ROWS)))
        .isNotEqualTo(
            ContentHash.of(
                TextTable.read(
                    spark,
                    PAIRS,
                    """
                    a | b
                    x | y
                    - | x
                    x | -
                    """),
                BATCH))
        .isNotEqualTo(
            ContentHash.of(
                TextTable.read(
                    spark,
                    PAIRS,
                    """
                    a | b
                    x | y
                    """),
                BATCH));
  }

  @Test
  void takesTheEntriesOfAMapInAnyOrder(SparkSession spark) {
    Dataset<Row> rows = TextTable.read(spark, PAIRS, "a | b\nx | y\n");

    assertThat(ContentHash.of(rows.select(map(col("a"), col("b"), col("b"), col("a")).as("m"))))
        .isEqualTo(
            ContentHash.of(rows.select(map(col("b"), col("a"), col("a"), col("b")).as("m"))));
  }
}
