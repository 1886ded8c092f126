package org.credence.jobs.ingest;

import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.xxhash64;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.credence.archive.ArchiveRecords.NOTICE;
import static org.credence.archive.ArchiveRecords.ORDINAL;
import static org.credence.archive.ArchiveRecords.POST;
import static org.credence.archive.ArchiveRecords.VERDICT;
import static org.credence.lake.Field.optional;
import static org.credence.lake.Field.required;

import java.time.ZoneId;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.credence.lake.ContentHash;
import org.credence.lake.Field;
import org.credence.lake.Posts;
import org.credence.lake.Table;

/** What is compared of a post, however heavy its text: who it is, when and where it was brought. */
final class Deliveries {

  /** Equal for the same post; two posts may share it, so it narrows down and never decides. */
  static final Field KEY_HASH = required("key_hash", LongType, "Hash of platform and post id");

  static final Field DIGEST =
      optional(
          "digest",
          LongType,
          "Hash of all values that a delivery gives to its post but the thread, which may be found out");

  /** One row per delivery of a post by the records of a batch. */
  static final Table TABLE =
      Table.of(
          "deliveries",
          KEY_HASH,
          Posts.PLATFORM,
          Posts.POST_ID,
          Posts.FETCHED_AT,
          Posts.DAMAGED,
          Posts.DROP,
          Posts.FILE,
          Posts.LINE,
          ORDINAL,
          Posts.THREAD_ID,
          DIGEST);

  /** The same of the posts in the lake. */
  static final Table STORED =
      Table.of(
          "stored",
          KEY_HASH,
          Posts.PLATFORM,
          Posts.POST_ID,
          Posts.FETCHED_AT,
          Posts.DAMAGED,
          Posts.DROP,
          Posts.FILE,
          Posts.LINE,
          Posts.FIRST_FILE,
          Posts.DAY,
          Posts.THREAD_ID,
          DIGEST);

  private static final List<Field> VALUES =
      Posts.TABLE.fields().stream()
          .filter(field -> !List.of(Posts.THREAD_ID, Posts.FIRST_FILE, Posts.BATCH).contains(field))
          .toList();

  private Deliveries() {}

  /** Adds the day of a post in the reporting time zone; the session must be in UTC. */
  static Dataset<Row> withDay(Dataset<Row> records, ZoneId zone) {
    return records.withColumn(
        Posts.DAY.column(), to_date(from_utc_timestamp(Posts.POSTED_AT.col(), zone.getId())));
  }

  /** Posts, and notices about a post, each with what it names. */
  static Dataset<Row> named(Dataset<Row> records) {
    return records
        .filter(VERDICT.col().isin(POST, NOTICE).and(Posts.POST_ID.col().isNotNull()))
        .select(keyHash(), VERDICT.col(), Posts.PLATFORM.col(), Posts.POST_ID.col());
  }

  /**
   * @param compared whether the digest is needed: it reads every value
   */
  static Dataset<Row> of(Dataset<Row> records, boolean compared) {
    return slim(TABLE, records.filter(VERDICT.col().equalTo(POST)), compared);
  }

  /** Posts of the lake in the form of {@link #STORED}. */
  static Dataset<Row> stored(Dataset<Row> posts, boolean compared) {
    return slim(STORED, posts, compared);
  }

  private static Dataset<Row> slim(Table table, Dataset<Row> posts, boolean compared) {
    Column digest = compared ? ContentHash.row(VALUES) : lit(null);
    return table.conform(
        posts.withColumn(KEY_HASH.column(), keyHash()).withColumn(DIGEST.column(), digest));
  }

  static Column keyHash() {
    return xxhash64(Posts.PLATFORM.col(), Posts.POST_ID.col()).as(KEY_HASH.column());
  }
}
