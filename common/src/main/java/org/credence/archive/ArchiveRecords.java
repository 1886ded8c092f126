package org.credence.archive;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.credence.lake.Field.optional;
import static org.credence.lake.Field.required;

import org.apache.spark.sql.types.DataTypes;
import org.credence.lake.Field;
import org.credence.lake.Posts;
import org.credence.lake.Table;

/**
 * What readers make of a file: one row a record, with its verdict; a record that holds more than
 * one post (a review with a company reply) has a further row for each, told by the ordinal. Counts
 * of records are counts of rows with ordinal 0 and a verdict other than {@link #FILE_FAILURE}.
 */
public final class ArchiveRecords {

  public static final String POST = "post";
  public static final String REJECTED = "rejected";
  public static final String OUT_OF_SCOPE = "out_of_scope";
  public static final String NOTICE = "notice";

  /** A file that could not be read to its end; the reason says why, the rows before it stand. */
  public static final String FILE_FAILURE = "file_failure";

  public static final Field VERDICT =
      required("verdict", StringType, "post, rejected, out_of_scope, notice or file_failure");
  public static final Field ORDINAL =
      required("ordinal", IntegerType, "0 for the record itself, from 1 for its further posts");
  public static final Field REASON =
      optional("reason", StringType, "Why it is no post, a short stable code");
  public static final Field EXCERPT =
      optional("excerpt", StringType, "At most the first 500 bytes of a rejected record");
  public static final Field SCRUBBED_AUTHOR =
      optional(
          "scrubbed_author",
          StringType,
          "Keyed hash of the author whose places a notice takes back");
  public static final Field SCRUBBED_POST =
      optional(
          "scrubbed_post",
          StringType,
          "Id of the last of this author's posts that it means, all when null; without an author of"
              + " the only one");
  public static final Field MARKS =
      optional(
          "marks",
          DataTypes.createArrayType(StringType, false),
          "What may stand for author and handle in erased_on_request; null with one author key");

  /**
   * Fields of posts are null where the verdict is none; a notice has platform and what it erases or
   * scrubs.
   */
  public static final Table TABLE =
      Table.of(
          "archive_records",
          Posts.SOURCE,
          Posts.DROP,
          Posts.FILE,
          Posts.LINE,
          ORDINAL,
          VERDICT,
          REASON,
          EXCERPT,
          nullable(Posts.PLATFORM),
          nullable(Posts.POST_ID),
          Posts.PARENT_ID,
          Posts.THREAD_ID,
          Posts.ORIGINAL_ID,
          nullable(Posts.NETWORK),
          nullable(Posts.KIND),
          Posts.CHANNEL,
          Posts.AUTHOR_KEY,
          Posts.HANDLE_KEY,
          Posts.FOLLOWERS,
          Posts.VERIFIED,
          Posts.ROLE,
          nullable(Posts.TEXT),
          Posts.LANGUAGE,
          Posts.URL,
          Posts.APPLICATION,
          Posts.PLACE,
          Posts.COUNTRY,
          Posts.RATING,
          Posts.RATING_SHARE,
          nullable(Posts.POSTED_AT),
          Posts.EDITED_AT,
          nullable(Posts.FETCHED_AT),
          Posts.LIKES,
          Posts.REACTIONS,
          Posts.SHARES,
          Posts.COMMENTS,
          Posts.VIEWS,
          Posts.REACTION_KINDS,
          Posts.MEDIA,
          Posts.ANSWER_ID,
          Posts.ACCEPTED,
          Posts.TOPIC_KIND,
          Posts.TOPIC_STATUS,
          nullable(Posts.DAMAGED),
          SCRUBBED_AUTHOR,
          SCRUBBED_POST,
          MARKS);

  private ArchiveRecords() {}

  private static Field nullable(Field field) {
    return optional(field.column(), field.type(), field.meaning());
  }
}
