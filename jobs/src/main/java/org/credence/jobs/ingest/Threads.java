package org.credence.jobs.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.credence.jobs.ingest.ThreadLinks.ROOT;
import static org.credence.jobs.ingest.ThreadLinks.WAITED;
import static org.credence.jobs.ingest.ThreadLinks.WAITS;

import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.credence.lake.Posts;
import org.credence.lake.WaitingReplies;

/**
 * The threads that a batch makes known.
 *
 * @param roots rows of {@link ThreadRoots#TABLE}: of its replies, and of those that it leads on
 * @param restated posts of the lake, rows of {@link PostRows#CHANGES}
 * @param waiting rows of {@link WaitingReplies#TABLE} to be added before posts are written
 * @param released rows of it to be taken out after that
 */
record Threads(Batch.Found roots, Batch.Found restated, Batch.Found waiting, Batch.Found released) {

  private static final String[] POST = {Posts.PLATFORM.column(), Posts.POST_ID.column()};

  /** Posts as they are written: each with the thread that it stands in. */
  Dataset<Row> of(Dataset<Row> posts) {
    if (roots.none()) {
      return posts.withColumn(Posts.THREAD_ID.column(), ThreadLinks.OWN);
    }
    Batch.Found followed =
        new Batch.Found(
            roots
                .rows()
                .filter(WAITED.col().isNull())
                .select(Posts.PLATFORM.col(), Posts.POST_ID.col(), ROOT.col()),
            roots.count());
    return posts
        .join(followed.side(), POST, "left")
        .withColumn(Posts.THREAD_ID.column(), coalesce(ThreadLinks.OWN, ROOT.col()))
        .drop(ROOT.column());
  }

  /** By name of the source: as many as the configuration has. */
  SortedMap<String, ReplyCounts> counts() {
    SortedMap<String, ReplyCounts> counts = new TreeMap<>();
    if (roots.none()) {
      return counts;
    }
    Dataset<Row> sums =
        roots
            .rows()
            .groupBy(Posts.SOURCE.col())
            .agg(count(lit(1)), number(WAITS.col()), number(ThreadRoots.CUT.col()));
    for (Row row : sums.collectAsList()) {
      counts.put(row.getString(0), new ReplyCounts(row.getLong(1), row.getLong(2), row.getLong(3)));
    }
    return counts;
  }

  private static Column number(Column condition) {
    return sum(condition.cast("long"));
  }
}
