package org.credence.lake;

import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.credence.lake.Field.required;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Which replies go back to a post that no drop has brought: when it comes, their threads are known,
 * and posts are read on their days only. A row too many does no harm, since the post itself
 * decides; none is ever absent.
 */
public final class WaitingReplies {

  public static final Field MISSING_ID =
      required("missing_id", StringType, "Id of the post that is not here: their thread id so far");

  /** In the order of the ids that are missing. */
  public static final Table TABLE =
      Table.of(
              "waiting_replies",
              PostDays.ID_ORDER,
              Posts.PLATFORM,
              MISSING_ID,
              Posts.POST_ID,
              Posts.DAY)
          .sortedBy(PostDays.ID_ORDER);

  private WaitingReplies() {}

  /** Rows of {@link #TABLE} for rows that have platform, missing id, id and day. */
  public static Dataset<Row> of(Dataset<Row> replies) {
    return TABLE.conform(
        replies.withColumn(PostDays.ID_ORDER.column(), PostDays.order(MISSING_ID)));
  }
}
