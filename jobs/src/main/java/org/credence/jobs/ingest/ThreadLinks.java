package org.credence.jobs.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.credence.lake.Field.optional;
import static org.credence.lake.Field.required;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.credence.lake.Field;
import org.credence.lake.Posts;
import org.credence.lake.Table;

/** How replies hang together. Pure: no session, no clock, no I/O. */
final class ThreadLinks {

  static final Field ROOT =
      optional("root_id", StringType, "Thread of the post; null while it must be followed");
  static final Field WAITS =
      required("waits", BooleanType, "Whether the post with the id of the thread is not here");
  static final Field NEXT =
      optional("next_id", StringType, "Post of the same table that this one goes back to");
  static final Field WAITED =
      optional("waited_id", StringType, "Thread in which the lake has the post; null when new");

  /** Posts that replies answer. */
  static final Table NODES = Table.of("nodes", Posts.PLATFORM, Posts.POST_ID, ROOT, WAITS);

  /** Replies of which no platform says the thread. */
  static final Table REPLIES =
      Table.of(
          "replies",
          Posts.PLATFORM,
          Posts.POST_ID,
          Posts.PARENT_ID,
          Posts.SOURCE,
          Posts.DAY,
          WAITED);

  /** Replies with either their root or the next post on the way to it. */
  static final Table LINKS =
      Table.of(
          "links",
          Posts.PLATFORM,
          Posts.POST_ID,
          Posts.SOURCE,
          Posts.DAY,
          WAITED,
          NEXT,
          ROOT,
          WAITS);

  /** Whether only the post above it can tell the thread of a post. */
  static final Column ANSWERING =
      Posts.THREAD_ID.col().isNull().and(Posts.PARENT_ID.col().isNotNull());

  /** The thread of a post that answers none, or whose platform says it. */
  static final Column OWN =
      coalesce(Posts.THREAD_ID.col(), when(Posts.PARENT_ID.col().isNull(), Posts.POST_ID.col()));

  private static final String UP = "up_";

  private ThreadLinks() {}

  /**
   * Replies whose post above has left the lake go back to the one that all of them have waited for.
   *
   * @param replies rows of {@link #REPLIES} that waited
   * @param nodes rows of {@link #NODES}: those that are here
   */
  static Dataset<Row> anchored(Dataset<Row> replies, Dataset<Row> nodes) {
    Column parent =
        when(up(Posts.POST_ID).isNotNull(), Posts.PARENT_ID.col()).otherwise(WAITED.col());
    return REPLIES.conform(
        replies
            .join(above(nodes), answered(), "left")
            .withColumn(Posts.PARENT_ID.column(), parent));
  }

  /**
   * @param replies rows of {@link #REPLIES}
   * @param nodes rows of {@link #NODES}: what they answer, as far as it is here; those replies, too
   * @return rows of {@link #LINKS}
   */
  static Dataset<Row> of(Dataset<Row> replies, Dataset<Row> nodes) {
    Column here = up(Posts.POST_ID).isNotNull();
    Column missing = when(here, up(ROOT)).otherwise(Posts.PARENT_ID.col());
    return LINKS.conform(
        replies
            .join(above(nodes), answered(), "left")
            .withColumn(NEXT.column(), when(here.and(up(ROOT).isNull()), Posts.PARENT_ID.col()))
            .withColumn(ROOT.column(), missing)
            .withColumn(WAITS.column(), coalesce(up(WAITS), lit(true))));
  }

  private static Dataset<Row> above(Dataset<Row> nodes) {
    return nodes.select(
        NODES.fields().stream()
            .map(field -> field.col().as(UP + field.column()))
            .toArray(Column[]::new));
  }

  private static Column answered() {
    return Posts.PLATFORM
        .col()
        .equalTo(up(Posts.PLATFORM))
        .and(Posts.PARENT_ID.col().equalTo(up(Posts.POST_ID)));
  }

  private static Column up(Field field) {
    return col(UP + field.column());
  }
}
