package org.credence.jobs.ingest;

import static org.apache.spark.sql.functions.lit;
import static org.credence.archive.ArchiveRecords.NOTICE;
import static org.credence.archive.ArchiveRecords.VERDICT;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.credence.lake.ErasedOnRequest;
import org.credence.lake.Posts;

/** Authors whose whole account a notice of the platform takes back. Pure. */
final class Withdrawn {

  private Withdrawn() {}

  /**
   * Those that the batch names.
   *
   * @return platform, kind and the keyed hash itself as key
   */
  static Dataset<Row> authors(Dataset<Row> records) {
    return records
        .filter(VERDICT.col().equalTo(NOTICE).and(Posts.AUTHOR_KEY.col().isNotNull()))
        .select(
            Posts.PLATFORM.col(),
            lit(ErasedOnRequest.AUTHOR).as(ErasedOnRequest.KIND.column()),
            Posts.AUTHOR_KEY.col().as(ErasedOnRequest.KEY.column()))
        .distinct();
  }

  /**
   * Those that were not erased before: their posts never get into the lake.
   *
   * @param erased rows of {@link ErasedOnRequest#TABLE}
   */
  static Dataset<Row> unknown(Dataset<Row> authors, Dataset<Row> erased) {
    String mark = "known_mark";
    Dataset<Row> known =
        erased
            .filter(ErasedOnRequest.KIND.col().equalTo(ErasedOnRequest.AUTHOR))
            .select(Posts.PLATFORM.col(), ErasedOnRequest.KEY.col().as(mark));
    return authors
        .withColumn(mark, ErasedOnRequest.hidden(ErasedOnRequest.KEY.col()))
        .join(known, new String[] {Posts.PLATFORM.column(), mark}, "left_anti")
        .drop(mark);
  }
}
