package org.credence.jobs.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.credence.archive.ArchiveRecords.POST;
import static org.credence.archive.ArchiveRecords.VERDICT;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.credence.lake.Posts;

/** Answers of which only their question says that it accepts them. Pure but for a checkpoint. */
final class AcceptedAnswers {

  private static final String PLATFORM = "accepted_platform";
  private static final String ID = "accepted_id";

  /** Whether a record says which answer it accepts. */
  static final Column NAMED = VERDICT.col().equalTo(POST).and(Posts.ANSWER_ID.col().isNotNull());

  private AcceptedAnswers() {}

  /**
   * The records, in which answers say so themselves that a question among them accepts.
   *
   * @param any whether one of them accepts one
   */
  static Dataset<Row> marked(Dataset<Row> records, boolean any) {
    if (!any) {
      return records;
    }
    Dataset<Row> named =
        records
            .filter(NAMED)
            .select(Posts.PLATFORM.col().as(PLATFORM), Posts.ANSWER_ID.col().as(ID))
            .distinct()
            .localCheckpoint(false);
    Column same =
        Posts.PLATFORM.col().equalTo(col(PLATFORM)).and(Posts.POST_ID.col().equalTo(col(ID)));
    return records
        .join(new Batch.Found(named, named.count()).side(), same, "left")
        .withColumn(
            Posts.ACCEPTED.column(),
            when(col(ID).isNotNull(), lit(true)).otherwise(Posts.ACCEPTED.col()))
        .drop(PLATFORM, ID);
  }
}
