package org.credence.jobs.cubes;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.str_to_map;
import static org.apache.spark.sql.functions.transform_values;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.credence.lake.Field;
import org.credence.lake.Mentions;
import org.credence.lake.Posts;
import org.credence.lake.Table;
import org.credence.testing.TextTable;

/**
 * Mentions as text. Left out, they are English public posts of customers on twitter, scored by
 * en-1; an author is any name, which is hashed to a key.
 */
final class MentionRows {

  private static final Table AS_TEXT =
      new Table(
          "mentions",
          Mentions.TABLE.fields().stream()
              .map(
                  field ->
                      field.equals(Mentions.ATTRIBUTES)
                          ? Field.optional("attributes", DataTypes.StringType, "a:ppm,b:ppm")
                          : field)
              .toList(),
          List.of());

  private MentionRows() {}

  static Dataset<Row> read(SparkSession spark, String text) {
    Dataset<Row> rows = TextTable.read(spark, AS_TEXT, text);
    rows = or(rows, Posts.PLATFORM, "twitter");
    rows = or(rows, Posts.NETWORK, "customers");
    rows = or(rows, Posts.KIND, "post");
    rows = or(rows, Mentions.VOICE, "public");
    rows = or(rows, Mentions.LANGUAGE, "en");
    rows = or(rows, Mentions.BRAND, "acme");
    rows = or(rows, Posts.SOURCE, "twitter");
    rows =
        rows.withColumn(
            "model", when(Mentions.NEGATIVE.col().isNotNull(), concat(col("language"), lit("-1"))));
    rows = rows.withColumn("neutral", lit(1_000_000).minus(col("negative")).minus(col("positive")));
    rows = rows.withColumn("author_key", sha2(col("author_key"), 256).substr(1, 32));
    rows =
        rows.withColumn(
            "attributes",
            transform_values(
                str_to_map(coalesce(col("attributes"), lit("none:0")), lit(","), lit(":")),
                (name, ppm) -> coalesce(ppm.cast("int"), lit(0))));
    return Mentions.TABLE.conform(rows);
  }

  private static Dataset<Row> or(Dataset<Row> rows, Field field, String value) {
    return rows.withColumn(field.column(), coalesce(field.col(), lit(value)));
  }
}
