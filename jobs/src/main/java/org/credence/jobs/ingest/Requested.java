package org.credence.jobs.ingest;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.credence.archive.ArchiveRecords.POST;
import static org.credence.archive.ArchiveRecords.VERDICT;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.credence.archive.AuthorKey;
import org.credence.lake.ErasedOnRequest;
import org.credence.lake.Erasures;
import org.credence.lake.Posts;

/**
 * Which posts a request to erase reaches: those that it names, those of authors that it names, and
 * reposts of them, which hold their text. Pure: no session, no clock, no I/O.
 */
final class Requested {

  private static final String KEY = "erased_key";

  static final Column IS_REPOST = Posts.KIND.col().equalTo("repost");

  /** Handle that a repost names. */
  static final Column REPOSTED = regexp_extract(Posts.TEXT.col(), "^RT @(\\w+)", 1);

  private Requested() {}

  /**
   * All names of the authors: whoever wrote under an erased handle is known by id, too, and the
   * other way round.
   *
   * @param asked platform, kind and the keyed hash itself as key
   * @return platform, kind and key as in {@link ErasedOnRequest#TABLE}
   */
  static Dataset<Row> names(Dataset<Row> posts, Dataset<Row> asked) {
    Dataset<Row> names =
        posts
            .select(Posts.PLATFORM.col(), Posts.AUTHOR_KEY.col(), Posts.HANDLE_KEY.col())
            .distinct();
    Dataset<Row> theirs =
        named(names, Posts.AUTHOR_KEY.col(), authors(keys(asked)))
            .union(named(names, Posts.HANDLE_KEY.col(), authors(keys(asked))));
    Column kind = lit(ErasedOnRequest.AUTHOR).as(ErasedOnRequest.KIND.column());
    return keys(asked)
        .union(theirs.select(Posts.PLATFORM.col(), kind, hidden(Posts.AUTHOR_KEY.col())))
        .union(theirs.select(Posts.PLATFORM.col(), kind, hidden(Posts.HANDLE_KEY.col())))
        .filter(ErasedOnRequest.KEY.col().isNotNull())
        .distinct();
  }

  private static Dataset<Row> keys(Dataset<Row> asked) {
    return asked.select(
        Posts.PLATFORM.col(), ErasedOnRequest.KIND.col(), hidden(ErasedOnRequest.KEY.col()));
  }

  static Column hidden(Column key) {
    return ErasedOnRequest.hidden(key).as(ErasedOnRequest.KEY.column());
  }

  /**
   * Posts that are reached, reposts included.
   *
   * @param posts rows with the fields of posts
   * @param erased rows with platform, kind and key
   */
  static Dataset<Row> reached(Dataset<Row> posts, Dataset<Row> erased, AuthorKey key) {
    Dataset<Row> authors = authors(erased);
    Dataset<Row> direct =
        named(posts, Posts.AUTHOR_KEY.col(), authors)
            .union(named(posts, Posts.HANDLE_KEY.col(), authors))
            .union(named(posts, keyed(key::post, Posts.POST_ID.col()), posts(erased)));
    Dataset<Row> reposts = posts.filter(IS_REPOST);
    Dataset<Row> echoes =
        named(reposts, keyed(key::post, Posts.ORIGINAL_ID.col()), posts(erased))
            .union(named(reposts, keyed(key::handle, REPOSTED), authors))
            .union(echoes(posts, direct));
    return direct.union(echoes).dropDuplicates(Posts.PLATFORM.column(), Posts.POST_ID.column());
  }

  private static Dataset<Row> echoes(Dataset<Row> posts, Dataset<Row> originals) {
    Dataset<Row> ids =
        originals
            .select(Posts.PLATFORM.col().as("erased_platform"), Posts.POST_ID.col().as("erased_id"))
            .distinct();
    return posts
        .filter(IS_REPOST)
        .join(
            ids,
            Posts.PLATFORM
                .col()
                .equalTo(col("erased_platform"))
                .and(Posts.ORIGINAL_ID.col().equalTo(col("erased_id"))),
            "left_semi");
  }

  /**
   * Rows of {@link Tombstones#ERASED} for the posts of a batch that earlier requests reach, under
   * whichever keys those were asked.
   */
  static Dataset<Row> again(Dataset<Row> records, Dataset<Row> erased, AuthorKey key) {
    Dataset<Row> posts = records.filter(VERDICT.col().equalTo(POST));
    Dataset<Row> reached = reached(posts, erased, key);
    if (key.size() > 1) {
      Dataset<Row> formerly = FormerNames.reached(posts, erased, key);
      reached =
          reached
              .union(formerly)
              .union(echoes(posts, formerly))
              .dropDuplicates(Posts.PLATFORM.column(), Posts.POST_ID.column());
    }
    return Tombstones.ERASED.conform(
        reached
            .select(Posts.PLATFORM.col(), Posts.POST_ID.col())
            .withColumn(Erasures.FIRST_FILE.column(), lit(null))
            .withColumn(Tombstones.KNOWN.column(), lit(false)));
  }

  static Dataset<Row> authors(Dataset<Row> erased) {
    return ofKind(erased, ErasedOnRequest.AUTHOR);
  }

  static Dataset<Row> posts(Dataset<Row> erased) {
    return ofKind(erased, ErasedOnRequest.POST);
  }

  private static Dataset<Row> ofKind(Dataset<Row> erased, String kind) {
    return erased
        .filter(ErasedOnRequest.KIND.col().equalTo(kind))
        .select(Posts.PLATFORM.col().as("erased_platform"), ErasedOnRequest.KEY.col().as(KEY));
  }

  /** Rows of whose keyed hashes there is a mark. */
  private static Dataset<Row> named(Dataset<Row> rows, Column hash, Dataset<Row> keys) {
    return marked(rows, ErasedOnRequest.hidden(hash), keys);
  }

  static Dataset<Row> marked(Dataset<Row> rows, Column mark, Dataset<Row> keys) {
    Column same = Posts.PLATFORM.col().equalTo(col("erased_platform")).and(mark.equalTo(col(KEY)));
    return rows.join(broadcast(keys), same, "left_semi");
  }

  private static Column keyed(UDF2<String, String, String> hash, Column id) {
    UDF2<String, String, String> orNull =
        (platform, name) -> name == null || name.isEmpty() ? null : hash.call(platform, name);
    return udf(orNull, StringType).apply(Posts.PLATFORM.col(), id);
  }
}
