package org.credence.lake;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.xxhash64;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.credence.lake.Field.required;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * On which day each post stands: what a night names is looked up here, and posts are then read on
 * those days only. A row too many does no harm, since the post itself decides; none is ever absent.
 */
public final class PostDays {

  public static final Field ID_ORDER =
      required("id_order", LongType, "The id where it is a whole number, else a hash: sorts files");

  /**
   * Sorted by ids, which nearly all platforms give in the order of time: new posts lie beyond the
   * old ones, so that few files and row groups are opened.
   */
  public static final Table TABLE =
      Table.of("post_days", ID_ORDER, Posts.PLATFORM, Posts.POST_ID, Posts.DAY).sortedBy(ID_ORDER);

  private PostDays() {}

  /** Rows of {@link #TABLE} for rows that have platform, id and day. */
  public static Dataset<Row> of(Dataset<Row> posts) {
    return TABLE.conform(posts.withColumn(ID_ORDER.column(), order(Posts.POST_ID)));
  }

  /** The value of {@link #ID_ORDER} for a row with an id. */
  public static Column order(Field id) {
    return coalesce(expr("try_cast(%s AS BIGINT)".formatted(id)), xxhash64(id.col()));
  }
}
