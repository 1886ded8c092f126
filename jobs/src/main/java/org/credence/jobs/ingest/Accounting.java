package org.credence.jobs.ingest;

import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.credence.archive.ArchiveRecords.FILE_FAILURE;
import static org.credence.archive.ArchiveRecords.NOTICE;
import static org.credence.archive.ArchiveRecords.ORDINAL;
import static org.credence.archive.ArchiveRecords.OUT_OF_SCOPE;
import static org.credence.archive.ArchiveRecords.POST;
import static org.credence.archive.ArchiveRecords.REASON;
import static org.credence.archive.ArchiveRecords.REJECTED;
import static org.credence.archive.ArchiveRecords.VERDICT;
import static org.credence.jobs.ingest.Deduplication.ACCEPTED;
import static org.credence.jobs.ingest.Deduplication.WRITTEN;
import static org.credence.lake.Field.required;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.credence.lake.Coverage;
import org.credence.lake.Field;
import org.credence.lake.Posts;
import org.credence.lake.Table;

/** Counts what became of every record, by file. Pure: no session, no clock, no I/O. */
final class Accounting {

  static final Field WITH_POST =
      required("with_post", LongType, "Records that are a post, first delivered or not");
  static final Field DELIVERIES =
      required("deliveries", LongType, "Posts, those that come along in a record included");
  static final Field SCRUBS = required("scrubs", LongType, "Notices that take places back");
  static final Field ACCEPTING =
      required("accepting", LongType, "Posts that say which answer they accept");
  static final Field ANSWERING =
      required("answering", LongType, "Replies of which the platform does not say the thread");
  static final Field FAILURES = required("failures", LongType, "1 when the file is cut short");

  /** One row per file that has rows at all. */
  static final Table TALLY =
      Table.of(
          "tally",
          Posts.FILE,
          Coverage.READ,
          WITH_POST,
          Coverage.REJECTED,
          Coverage.OUT_OF_SCOPE,
          Coverage.NOTICES,
          DELIVERIES,
          SCRUBS,
          ACCEPTING,
          ANSWERING,
          FAILURES);

  static final Field HELD_BACK =
      required("held_back", LongType, "Deliveries that give no post its values");
  static final Field REPLACING =
      required("replacing", LongType, "Deliveries that replace values in the lake");

  /** One row per file with deliveries that were compared. */
  static final Table OUTCOMES =
      Table.of("outcomes", Posts.FILE, Coverage.DUPLICATES, HELD_BACK, REPLACING);

  private Accounting() {}

  /**
   * @param records rows of the archive's records
   * @return rows of {@link #TALLY}
   */
  static Dataset<Row> tally(Dataset<Row> records) {
    Column itself = ORDINAL.col().equalTo(0);
    return TALLY.conform(
        records
            .groupBy(Posts.FILE.col())
            .agg(
                count(Coverage.READ, itself.and(not(verdict(FILE_FAILURE)))),
                count(WITH_POST, itself.and(verdict(POST))),
                count(Coverage.REJECTED, itself.and(verdict(REJECTED))),
                count(Coverage.OUT_OF_SCOPE, itself.and(verdict(OUT_OF_SCOPE))),
                count(Coverage.NOTICES, itself.and(verdict(NOTICE))),
                count(DELIVERIES, verdict(POST)),
                count(SCRUBS, verdict(NOTICE).and(Scrubs.NAMED)),
                count(ACCEPTING, AcceptedAnswers.NAMED),
                count(ANSWERING, verdict(POST).and(ThreadLinks.ANSWERING)),
                count(FAILURES, verdict(FILE_FAILURE))));
  }

  /** Why files could not be read to their end: file and reason. */
  static Dataset<Row> failures(Dataset<Row> records) {
    return records
        .filter(verdict(FILE_FAILURE))
        .groupBy(Posts.FILE.col())
        .agg(min(REASON.col()).as(REASON.column()));
  }

  /**
   * @param decisions rows of {@link Deduplication#DECISIONS}
   * @return rows of {@link #OUTCOMES}
   */
  static Dataset<Row> outcomes(Dataset<Row> decisions) {
    return OUTCOMES.conform(
        decisions
            .groupBy(Posts.FILE.col())
            .agg(
                count(Coverage.DUPLICATES, ORDINAL.col().equalTo(0).and(not(ACCEPTED.col()))),
                count(HELD_BACK, not(WRITTEN.col())),
                count(REPLACING, PostRows.replacing())));
  }

  private static Column verdict(String verdict) {
    return VERDICT.col().equalTo(verdict);
  }

  private static Column count(Field field, Column condition) {
    return sum(when(condition, 1L).otherwise(0L)).as(field.column());
  }
}
