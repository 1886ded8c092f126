package org.credence.jobs.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.credence.archive.ArchiveRecords.NOTICE;
import static org.credence.archive.ArchiveRecords.ORDINAL;
import static org.credence.archive.ArchiveRecords.VERDICT;
import static org.credence.jobs.ingest.Deliveries.DIGEST;
import static org.credence.jobs.ingest.Deliveries.KEY_HASH;
import static org.credence.lake.Field.optional;
import static org.credence.lake.Field.required;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.credence.lake.Field;
import org.credence.lake.Posts;
import org.credence.lake.Table;

/**
 * Tells which of several deliveries of a post counts and which gives its values. Pure: no session,
 * no clock, no I/O.
 *
 * <p>Nearly every post comes once. Only hashes of ids are shuffled to find the few that come twice,
 * are in the lake already or are erased; those alone are compared, without their texts.
 */
final class Deduplication {

  static final Field ACCEPTED =
      required("accepted", BooleanType, "Whether this delivery brought the post first");
  static final Field WRITTEN =
      required("written", BooleanType, "Whether this delivery gives the post's values");
  static final Field ERASED = required("erased", BooleanType, "Whether the post must go");
  static final Field STORED_DAY =
      optional("stored_day", DateType, "Day of the post in the lake; null when it is new");

  /** One row per delivery that is not simply a new post. */
  static final Table DECISIONS =
      Table.of(
          "decisions",
          Posts.PLATFORM,
          Posts.POST_ID,
          Posts.FILE,
          Posts.LINE,
          ORDINAL,
          ACCEPTED,
          WRITTEN,
          ERASED,
          Posts.FIRST_FILE,
          STORED_DAY);

  private static final WindowSpec POST =
      Window.partitionBy(Posts.POST_ID.col(), Posts.PLATFORM.col());
  private static final WindowSpec DELIVERY =
      POST.orderBy(Posts.DROP.col(), Posts.FILE.col(), Posts.LINE.col(), ORDINAL.col());
  private static final WindowSpec NEWEST =
      POST.orderBy(
          Posts.FETCHED_AT.col().desc(),
          Posts.DAMAGED.col(),
          Posts.DROP.col().desc(),
          Posts.FILE.col().desc(),
          Posts.LINE.col().desc(),
          ORDINAL.col().desc());
  private static final WindowSpec WITHIN_FILE =
      Window.partitionBy(Posts.POST_ID.col(), Posts.PLATFORM.col(), Posts.FILE.col())
          .orderBy(Posts.LINE.col(), ORDINAL.col());

  private Deduplication() {}

  /** Hashes of the posts that the records bring more than once, or bring and take back. */
  static Dataset<Row> recurring(Dataset<Row> records) {
    Column notice = VERDICT.col().equalTo(NOTICE);
    Column posts = sum(when(notice, 0L).otherwise(1L));
    Column noticed = max(notice);
    return Deliveries.named(records)
        .groupBy(KEY_HASH.col())
        .agg(posts.as("posts"), noticed.as("noticed"))
        .filter("posts > 1 or (noticed and posts > 0)")
        .select(KEY_HASH.col());
  }

  /**
   * @param deliveries rows of {@link Deliveries#TABLE}: all of each post that is looked at
   * @param stored rows of {@link Deliveries#STORED}: those posts, as far as the lake has them
   * @param erased rows of {@link Tombstones#ERASED}: those posts, as far as they must go
   * @return rows of {@link #DECISIONS}, one per delivery
   */
  static Dataset<Row> decide(Dataset<Row> deliveries, Dataset<Row> stored, Dataset<Row> erased) {
    Dataset<Row> lake =
        stored.select(
            Posts.PLATFORM.col(),
            Posts.POST_ID.col(),
            precedence().as("stored_precedence"),
            Posts.FILE.col().as("stored_file"),
            Posts.FIRST_FILE.col().as("stored_first_file"),
            Posts.DAY.col().as(STORED_DAY.column()),
            Posts.THREAD_ID.col().as("stored_thread"),
            DIGEST.col().as("stored_digest"));
    Dataset<Row> gone =
        erased.select(
            Posts.PLATFORM.col(),
            Posts.POST_ID.col(),
            Posts.FIRST_FILE.col().as("erased_first_file"),
            lit(true).as("is_erased"));
    Dataset<Row> joined = join(join(deliveries, lake), gone);
    return DECISIONS.conform(
        joined
            .withColumn(ERASED.column(), isTrue("is_erased"))
            .withColumn(Posts.FIRST_FILE.column(), firstFile())
            .withColumn(ACCEPTED.column(), firstInItsFile())
            .withColumn(WRITTEN.column(), givesValues()));
  }

  private static Dataset<Row> join(Dataset<Row> deliveries, Dataset<Row> others) {
    return deliveries.join(
        others, new String[] {Posts.PLATFORM.column(), Posts.POST_ID.column()}, "left");
  }

  private static Column firstFile() {
    return coalesce(
        column("stored_first_file"),
        column("erased_first_file"),
        first(Posts.FILE.col()).over(DELIVERY));
  }

  private static Column firstInItsFile() {
    return Posts.FILE
        .col()
        .equalTo(Posts.FIRST_FILE.col())
        .and(row_number().over(WITHIN_FILE).equalTo(1));
  }

  private static Column givesValues() {
    Column newest = row_number().over(NEWEST).equalTo(1);
    Column isNew = column("stored_file").isNull();
    // The file that gave the stored values is taken again: what it said before is void.
    Column corrected = max(Posts.FILE.col().equalTo(column("stored_file"))).over(POST);
    Column newer = precedence().gt(column("stored_precedence"));
    Column sameThread =
        Posts.THREAD_ID
            .col()
            .isNull()
            .or(Posts.THREAD_ID.col().eqNullSafe(column("stored_thread")));
    Column unchanged =
        coalesce(DIGEST.col().equalTo(column("stored_digest")), lit(false)).and(sameThread);
    return newest.and(not(ERASED.col())).and(isNew.or(corrected).or(newer)).and(not(unchanged));
  }

  /** The latest fetched wins; then an undamaged text; then the last delivered. */
  private static Column precedence() {
    return struct(
        Posts.FETCHED_AT.col(),
        not(Posts.DAMAGED.col()).as("intact"),
        Posts.DROP.col(),
        Posts.FILE.col(),
        Posts.LINE.col());
  }

  private static Column isTrue(String flag) {
    return coalesce(column(flag), lit(false));
  }

  private static Column column(String name) {
    return org.apache.spark.sql.functions.col(name);
  }
}
