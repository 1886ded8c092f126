package org.credence.jobs.ingest;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.credence.archive.ArchiveRecords.NOTICE;
import static org.credence.archive.ArchiveRecords.SCRUBBED_AUTHOR;
import static org.credence.archive.ArchiveRecords.SCRUBBED_POST;
import static org.credence.archive.ArchiveRecords.VERDICT;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.credence.archive.AuthorKey;
import org.credence.lake.Posts;
import org.credence.lake.ScrubbedPlaces;

/** Which posts a notice takes the place out of. Pure: no session, no clock, no I/O. */
final class Scrubs {

  private static final String PLATFORM = "scrubbed_platform";
  private static final String KEY = "scrubbed_key";
  private static final String AUTHORS = "scrubbed_by_author";
  private static final String POSTS = "scrubbed_by_post";

  /** Whether a notice takes places back. */
  static final Column NAMED = SCRUBBED_AUTHOR.col().isNotNull().or(SCRUBBED_POST.col().isNotNull());

  private static final Column PLACED =
      Posts.PLACE.col().isNotNull().or(Posts.COUNTRY.col().isNotNull());

  private Scrubs() {}

  /**
   * What the notices of a batch name.
   *
   * @return platform, key and id of the last post as in {@link ScrubbedPlaces#TABLE}
   */
  static Dataset<Row> noticed(Dataset<Row> records, AuthorKey key) {
    Column author = SCRUBBED_AUTHOR.col();
    Column post = postKey(key, when(author.isNull(), SCRUBBED_POST.col()));
    Column upTo = expr("try_cast(%s AS BIGINT)".formatted(SCRUBBED_POST.column()));
    return records
        .filter(VERDICT.col().equalTo(NOTICE).and(NAMED))
        .select(
            Posts.PLATFORM.col(),
            coalesce(author, post).as(ScrubbedPlaces.KEY.column()),
            when(author.isNotNull(), upTo).as(ScrubbedPlaces.UP_TO.column()))
        .distinct();
  }

  /** The posts, without the places that nobody may know. */
  static Dataset<Row> applied(Dataset<Row> posts, Dataset<Row> scrubs, AuthorKey key) {
    Dataset<Row> compared = compared(posts, scrubs, key);
    return compared
        .withColumn(Posts.PLACE.column(), when(not(reached()), Posts.PLACE.col()))
        .withColumn(Posts.COUNTRY.column(), when(not(reached()), Posts.COUNTRY.col()))
        .drop(AUTHORS, POSTS);
  }

  /** Posts with a place that nobody may know, without it. */
  static Dataset<Row> reached(Dataset<Row> posts, Dataset<Row> scrubs, AuthorKey key) {
    return compared(posts.filter(PLACED), scrubs, key)
        .filter(reached())
        .withColumn(Posts.PLACE.column(), lit(null).cast(StringType))
        .withColumn(Posts.COUNTRY.column(), lit(null).cast(StringType))
        .drop(AUTHORS, POSTS);
  }

  private static Dataset<Row> compared(Dataset<Row> posts, Dataset<Row> scrubs, AuthorKey key) {
    Dataset<Row> furthest =
        scrubs
            .groupBy(Posts.PLATFORM.col().as(PLATFORM), ScrubbedPlaces.KEY.col().as(KEY))
            .agg(max(coalesce(ScrubbedPlaces.UP_TO.col(), lit(Long.MAX_VALUE))).as(AUTHORS));
    Dataset<Row> single = furthest.withColumnRenamed(AUTHORS, POSTS);
    Column post = postKey(key, when(PLACED, Posts.POST_ID.col()));
    return joined(joined(posts, Posts.AUTHOR_KEY.col(), furthest), post, single);
  }

  private static Dataset<Row> joined(Dataset<Row> posts, Column key, Dataset<Row> scrubs) {
    Column same = Posts.PLATFORM.col().equalTo(col(PLATFORM)).and(key.equalTo(col(KEY)));
    return posts.join(broadcast(scrubs), same, "left").drop(PLATFORM, KEY);
  }

  /** An id that is no number can't be shown to come later. */
  private static Column reached() {
    Column id = expr("try_cast(%s AS BIGINT)".formatted(Posts.POST_ID.column()));
    Column byAuthor = coalesce(id, lit(Long.MIN_VALUE)).leq(col(AUTHORS));
    return coalesce(byAuthor, lit(false)).or(col(POSTS).isNotNull());
  }

  private static Column postKey(AuthorKey key, Column id) {
    UDF2<String, String, String> orNull =
        (platform, given) -> given == null ? null : key.post(platform, given);
    return udf(orNull, StringType).apply(Posts.PLATFORM.col(), id);
  }
}
