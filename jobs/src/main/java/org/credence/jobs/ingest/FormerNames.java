package org.credence.jobs.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;
import org.credence.archive.ArchiveRecords;
import org.credence.archive.AuthorKey;
import org.credence.lake.Posts;

/**
 * Finds who was erased before an author key was added. What stands for them can't be told from the
 * keyed hashes of today, only from the names themselves: the reader has made marks of those of
 * authors, those of posts are at hand. Pure: no session, no clock, no I/O.
 */
final class FormerNames {

  private static final String MARK = "former_mark";

  private FormerNames() {}

  /**
   * Posts of erased authors, erased posts, and reposts that name one of them.
   *
   * @param posts rows of {@link ArchiveRecords#TABLE}
   * @param erased rows with platform, kind and key
   */
  static Dataset<Row> reached(Dataset<Row> posts, Dataset<Row> erased, AuthorKey key) {
    Column authors =
        concat(
            orNone(ArchiveRecords.MARKS.col()),
            ofRepost(marks(key::handleMarks, Requested.REPOSTED)));
    Column ids =
        concat(
            marks(key::postMarks, Posts.POST_ID.col()),
            ofRepost(marks(key::postMarks, Posts.ORIGINAL_ID.col())));
    return marked(posts, authors, Requested.authors(erased))
        .union(marked(posts, ids, Requested.posts(erased)));
  }

  private static Dataset<Row> marked(Dataset<Row> posts, Column marks, Dataset<Row> keys) {
    Dataset<Row> each = posts.withColumn(MARK, explode(marks));
    return Requested.marked(each, col(MARK), keys).drop(MARK);
  }

  private static Column ofRepost(Column marks) {
    return orNone(when(Requested.IS_REPOST, marks));
  }

  private static Column orNone(Column marks) {
    return coalesce(marks, array().cast(DataTypes.createArrayType(StringType)));
  }

  private static Column marks(UDF2<String, String, List<String>> marks, Column name) {
    UDF2<String, String, List<String>> orNone =
        (platform, given) ->
            given == null || given.isEmpty() ? List.of() : marks.call(platform, given);
    return udf(orNone, DataTypes.createArrayType(StringType)).apply(Posts.PLATFORM.col(), name);
  }
}
