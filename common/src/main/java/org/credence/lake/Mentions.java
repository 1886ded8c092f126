package org.credence.lake;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.credence.lake.Field.optional;
import static org.credence.lake.Field.required;

import org.apache.spark.sql.types.DataTypes;

/** One row per post and brand: ids and numbers only, no text. */
public final class Mentions {

  /** Language of a post that nobody can tell. */
  public static final String UNDETERMINED = "und";

  public static final Field BRAND = required("brand", StringType, "Id of the brand");
  public static final Field VOICE =
      required(
          "voice", StringType, "company when one of the brand's own accounts wrote, else public");
  public static final Field LANGUAGE =
      required("language", StringType, "ISO 639-1 code, und when it can't be told");
  public static final Field TEXT_DIGEST =
      optional("text_digest", LongType, "Hash of the words; null under five words");
  public static final Field NEGATIVE =
      optional("negative", IntegerType, "Calibrated posterior in millionths; null when unscored");
  public static final Field NEUTRAL =
      optional("neutral", IntegerType, "Calibrated posterior in millionths; null when unscored");
  public static final Field POSITIVE =
      optional("positive", IntegerType, "Calibrated posterior in millionths; null when unscored");
  public static final Field GRID_CELL =
      optional("grid_cell", IntegerType, "Cell of the posterior in the simplex grid");
  public static final Field UNKNOWN =
      optional(
          "unknown",
          IntegerType,
          "Share of its n-grams that the sentiment model has never met, in millionths; null when"
              + " unscored");
  public static final Field ATTRIBUTES =
      required(
          "attributes",
          DataTypes.createMapType(StringType, IntegerType),
          "Trust attributes touched, with their probability in millionths");
  public static final Field MODEL =
      optional("model", StringType, "Version of the sentiment model that scored it");
  public static final Field BATCH =
      required("batch", LongType, "Ingest of the post as it was scored");

  public static final Table TABLE =
      Table.of(
              "mentions",
              Posts.PLATFORM,
              Posts.POST_ID,
              BRAND,
              Posts.DAY,
              Posts.POSTED_AT,
              Posts.SOURCE,
              Posts.NETWORK,
              Posts.KIND,
              VOICE,
              Posts.PARENT_ID,
              Posts.THREAD_ID,
              LANGUAGE,
              Posts.AUTHOR_KEY,
              Posts.FOLLOWERS,
              Posts.VERIFIED,
              Posts.ROLE,
              TEXT_DIGEST,
              Posts.LIKES,
              Posts.REACTIONS,
              Posts.SHARES,
              Posts.COMMENTS,
              Posts.VIEWS,
              NEGATIVE,
              NEUTRAL,
              POSITIVE,
              GRID_CELL,
              ATTRIBUTES,
              MODEL,
              BATCH,
              UNKNOWN)
          .partitionedBy("months(day)");

  private Mentions() {}
}
