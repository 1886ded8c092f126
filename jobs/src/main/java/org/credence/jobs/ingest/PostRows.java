package org.credence.jobs.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.credence.archive.ArchiveRecords.ORDINAL;
import static org.credence.archive.ArchiveRecords.POST;
import static org.credence.archive.ArchiveRecords.VERDICT;
import static org.credence.jobs.ingest.Deduplication.STORED_DAY;
import static org.credence.jobs.ingest.Deduplication.WRITTEN;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.credence.lake.Lake;
import org.credence.lake.Posts;
import org.credence.lake.Table;

/** The rows that a batch adds to, replaces in and takes out of the posts. Pure. */
final class PostRows {

  private static final String KNOWN_FIRST_FILE = "known_first_file";
  private static final String[] PLACE = {
    Posts.FILE.column(), Posts.LINE.column(), ORDINAL.column()
  };

  /** Posts with {@link Lake#DELETED}. */
  static final Table CHANGES = Posts.TABLE.with(Lake.DELETED);

  private PostRows() {}

  /**
   * Posts that the lake does not have.
   *
   * @param records with the day
   * @param decisions of this batch; joined by place, so that no text is shuffled when they are few
   */
  static Dataset<Row> added(Dataset<Row> records, Dataset<Row> decisions, long batch) {
    Column simplyNew = WRITTEN.col().isNull();
    return rows(
        posts(records)
            .join(places(decisions), PLACE, "left")
            .filter(simplyNew.or(WRITTEN.col().and(STORED_DAY.col().isNull()))),
        batch);
  }

  /** Posts that the lake has with older values. */
  static Dataset<Row> replaced(Dataset<Row> records, Dataset<Row> decisions, long batch) {
    Dataset<Row> chosen = places(decisions.filter(replacing()));
    return rows(posts(records).join(chosen, PLACE), batch)
        .withColumn(Lake.DELETED.column(), lit(false));
  }

  /** Whether a decision gives a post of the lake other values. */
  static Column replacing() {
    return WRITTEN.col().and(STORED_DAY.col().isNotNull());
  }

  /**
   * Posts of the lake that must go, by their keys.
   *
   * @param stored rows of {@link Deliveries#STORED}
   * @param erased rows of {@link Tombstones#ERASED}
   */
  static Dataset<Row> removed(Dataset<Row> stored, Dataset<Row> erased) {
    return stored.join(
        erased.select(Posts.PLATFORM.col(), Posts.POST_ID.col()),
        new String[] {Posts.PLATFORM.column(), Posts.POST_ID.column()},
        "left_semi");
  }

  /** Removals in the form of {@link Lake#merge}: the values of a row that goes do not matter. */
  static Dataset<Row> deletions(Dataset<Row> removed) {
    Column[] columns =
        Posts.TABLE.fields().stream()
            .map(
                field ->
                    field.equals(Posts.PLATFORM) || field.equals(Posts.POST_ID)
                        ? field.col()
                        : lit(null).cast(field.type()).as(field.column()))
            .toArray(Column[]::new);
    return removed.select(columns).withColumn(Lake.DELETED.column(), lit(true));
  }

  private static Dataset<Row> posts(Dataset<Row> records) {
    return records.filter(VERDICT.col().equalTo(POST));
  }

  private static Dataset<Row> places(Dataset<Row> decisions) {
    return decisions.select(
        Posts.FILE.col(),
        Posts.LINE.col(),
        ORDINAL.col(),
        WRITTEN.col(),
        STORED_DAY.col(),
        Posts.FIRST_FILE.col().as(KNOWN_FIRST_FILE));
  }

  private static Dataset<Row> rows(Dataset<Row> posts, long batch) {
    Column firstFile = coalesce(functions.col(KNOWN_FIRST_FILE), Posts.FILE.col());
    return Posts.TABLE.conform(
        posts
            .withColumn(Posts.FIRST_FILE.column(), firstFile)
            .withColumn(Posts.BATCH.column(), lit(batch)));
  }
}
