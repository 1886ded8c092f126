package org.credence.jobs.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.credence.archive.ArchiveRecords.NOTICE;
import static org.credence.archive.ArchiveRecords.VERDICT;
import static org.credence.lake.Field.required;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.credence.archive.AuthorKey;
import org.credence.lake.Erasures;
import org.credence.lake.Field;
import org.credence.lake.Posts;
import org.credence.lake.Table;

/** Delete notices, of this batch and of earlier ones. Pure: no session, no clock, no I/O. */
final class Tombstones {

  static final Field KNOWN =
      required("known", BooleanType, "Whether the lake already has a tombstone for the post");

  /** One row per post that must go, as far as the batch names it. */
  static final Table ERASED =
      Table.of("erased", Posts.PLATFORM, Posts.POST_ID, Erasures.FIRST_FILE, KNOWN);

  private Tombstones() {}

  /** Posts that notices of the batch name. */
  static Dataset<Row> noticed(Dataset<Row> records) {
    return ERASED.conform(
        records
            .filter(VERDICT.col().equalTo(NOTICE).and(Posts.POST_ID.col().isNotNull()))
            .select(Posts.PLATFORM.col(), Posts.POST_ID.col())
            .distinct()
            .withColumn(Erasures.FIRST_FILE.column(), lit(null))
            .withColumn(KNOWN.column(), lit(false)));
  }

  /**
   * Posts of the batch, delivered or noticed, that have a tombstone in the lake.
   *
   * @param tombstones rows of {@link Erasures#TABLE}
   */
  static Dataset<Row> known(Dataset<Row> records, Dataset<Row> tombstones, AuthorKey key) {
    Dataset<Row> named =
        Deliveries.named(records)
            .select(Posts.PLATFORM.col(), Posts.POST_ID.col())
            .withColumn(Erasures.POST_KEY.column(), postKey(key));
    Dataset<Row> graves = tombstones.select(Erasures.POST_KEY.col(), Erasures.FIRST_FILE.col());
    return ERASED.conform(
        named
            .join(graves, Erasures.POST_KEY.column())
            .select(Posts.PLATFORM.col(), Posts.POST_ID.col(), Erasures.FIRST_FILE.col())
            .distinct()
            .withColumn(KNOWN.column(), lit(true)));
  }

  /** One row per post of both. */
  static Dataset<Row> together(Dataset<Row> noticed, Dataset<Row> known) {
    return noticed
        .union(known)
        .groupBy(Posts.PLATFORM.col(), Posts.POST_ID.col())
        .agg(
            max(Erasures.FIRST_FILE.col()).as(Erasures.FIRST_FILE.column()),
            max(KNOWN.col()).as(KNOWN.column()));
  }

  /**
   * Tombstones that are new or have learned which file brought the post first. Without that file a
   * rerun, which no longer finds the post, would count its records differently.
   *
   * @param erased rows of {@link #ERASED}
   * @param decisions rows of {@link Deduplication#DECISIONS}
   * @param stored rows of {@link Deliveries#STORED}
   * @return rows of {@link #ERASED} with the first file as it should be
   */
  static Dataset<Row> changes(Dataset<Row> erased, Dataset<Row> decisions, Dataset<Row> stored) {
    String[] post = {Posts.PLATFORM.column(), Posts.POST_ID.column()};
    Column found = Posts.FIRST_FILE.of("found");
    Dataset<Row> firstFiles =
        firstFiles(decisions).union(firstFiles(stored)).distinct().as("found");
    Column first = coalesce(Erasures.FIRST_FILE.of("erased"), found);
    Column learned = Erasures.FIRST_FILE.of("erased").isNull().and(found.isNotNull());
    return ERASED.conform(
        erased
            .as("erased")
            .join(firstFiles, post, "left")
            .filter(not(KNOWN.col()).or(learned))
            .select(
                Posts.PLATFORM.col(),
                Posts.POST_ID.col(),
                first.as(Erasures.FIRST_FILE.column()),
                KNOWN.col()));
  }

  private static Dataset<Row> firstFiles(Dataset<Row> posts) {
    return posts.select(Posts.PLATFORM.col(), Posts.POST_ID.col(), Posts.FIRST_FILE.col());
  }

  /** Keyed hash of the post that a row names. */
  static Column postKey(AuthorKey key) {
    UDF2<String, String, String> keyed = key::post;
    return udf(keyed, StringType).apply(Posts.PLATFORM.col(), Posts.POST_ID.col());
  }
}
