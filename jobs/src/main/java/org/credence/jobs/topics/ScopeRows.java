package org.credence.jobs.topics;

import static org.apache.spark.sql.types.DataTypes.BinaryType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.credence.lake.Mentions;
import org.credence.lake.Posts;
import org.credence.lake.TopicMemories;
import org.credence.lake.Topics;

/** The rows that a scope is given and those that it gives; dates are days since 1970. */
final class ScopeRows {

  /** In which order a scope is read: {@link #MEMORY} to {@link #REST}. */
  static final String PLACE = "_place";

  /** What the scope remembers. */
  static final int MEMORY = 0;

  /** What was told of a topic in the night that is remembered. */
  static final int TOLD = 1;

  /** A post to learn from. */
  static final int LEARNT = 2;

  /** A post that only gets a topic. */
  static final int REST = 3;

  static final StructType GIVEN =
      schema()
          .add(Posts.AUTHOR_KEY.column(), StringType)
          .add(Mentions.LANGUAGE.column(), StringType)
          .add(Posts.TEXT.column(), StringType)
          .add(PLACE, IntegerType);

  /** A post has an id, a topic a state, and a memory bytes. */
  static final StructType FOUND =
      schema()
          .add(Topics.STATE.column(), StringType)
          .add(Topics.KIN.column(), StringType)
          .add(Topics.EVIDENCE.column(), DoubleType)
          .add(Topics.POSTS.column(), LongType);

  private ScopeRows() {}

  private static StructType schema() {
    return new StructType()
        .add(Topics.SCOPE.column(), StringType)
        .add(Posts.PLATFORM.column(), StringType)
        .add(Posts.POST_ID.column(), StringType)
        .add(Mentions.BRAND.column(), StringType)
        .add(Posts.DAY.column(), IntegerType)
        .add(Topics.TOPIC.column(), StringType)
        .add(Topics.FIRST_NIGHT.column(), IntegerType)
        .add(Topics.LABEL.column(), StringType)
        .add(TopicMemories.MEMORY.column(), BinaryType);
  }

  /** Rows in the shape of {@link #GIVEN}; columns that they lack are null. */
  static Dataset<Row> given(Dataset<Row> rows, int place) {
    return given(rows.withColumn(PLACE, functions.lit(place)));
  }

  static Dataset<Row> given(Dataset<Row> rows) {
    var there = Arrays.asList(rows.columns());
    return rows.select(
        Arrays.stream(GIVEN.fields())
            .map(field -> column(field, there.contains(field.name())))
            .toArray(Column[]::new));
  }

  private static Column column(StructField field, boolean there) {
    Column value = there ? functions.col(field.name()) : functions.lit(null);
    return value.cast(field.dataType()).as(field.name());
  }
}
