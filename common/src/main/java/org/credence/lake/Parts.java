package org.credence.lake;

import static org.apache.spark.sql.types.DataTypes.BinaryType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.credence.lake.Field.optional;
import static org.credence.lake.Field.required;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/**
 * What all cells are summed from, at day grain: brand × voice × language × network × platform ×
 * subject. Restricted: it holds keyed people and cells of any size, and never leaves the lake.
 */
public final class Parts {

  public static final Field SUBJECT =
      required(
          "subject",
          StringType,
          "all, cluster:ID or attribute:ID; a mention counts in a cluster once");
  public static final Field POSTS = required("posts", LongType, "Mentions of any kind");
  public static final Field ORIGINALS = required("originals", LongType, "Mentions but reposts");
  public static final Field REPOSTS = required("reposts", LongType, "Reposts");
  public static final Field REPLIES = required("replies", LongType, "Replies and comments");
  public static final Field BOTS =
      required("bot_originals", LongType, "Originals in the public voice by likely bots");
  public static final Field UNSCORED =
      required(
          "unscored_originals",
          LongType,
          "Originals in the public voice, bots out, in a language without a model");
  public static final Field SCORED =
      required(
          "scored_originals",
          LongType,
          "Originals in the public voice, bots out, with posteriors: those of the estimand");

  public static final List<Delivered> DELIVERED =
      List.of(
          Delivered.of(Posts.LIKES),
          Delivered.of(Posts.REACTIONS),
          Delivered.of(Posts.SHARES),
          Delivered.of(Posts.COMMENTS),
          Delivered.of(Posts.VIEWS));

  public static final Field WEIGHT =
      required("weight", LongType, "Voices in millionths: each author and day weighs 1 in a brand");
  public static final Field NEGATIVE =
      required("negative", LongType, "Sum of weight × probability of negative, in millionths");
  public static final Field POSITIVE =
      required("positive", LongType, "Sum of weight × probability of positive, in millionths");
  public static final Field UNKNOWN =
      optional(
          "unknown",
          LongType,
          "Sum over scored originals of the share of n-grams never met, in millionths; null: not"
              + " known");
  public static final Field UNKNOWN_OF =
      optional("posts_with_unknown", LongType, "Scored originals that the sum is of");
  public static final Field EVIDENCE =
      required("evidence", BinaryType, "org.credence.statistics.Evidence of the scored originals");
  public static final Field AUTHORS =
      required("authors", BinaryType, "org.credence.statistics.AuthorSample of the public voice");
  public static final Field MODELS =
      required(
          "models",
          DataTypes.createArrayType(StringType, true),
          "Versions of the models that scored, sorted");

  public static final Table TABLE =
      Table.of(
              "parts",
              Posts.DAY,
              Mentions.BRAND,
              Mentions.VOICE,
              Mentions.LANGUAGE,
              Posts.NETWORK,
              Posts.PLATFORM,
              SUBJECT,
              POSTS,
              ORIGINALS,
              REPOSTS,
              REPLIES,
              BOTS,
              UNSCORED,
              SCORED)
          .with(
              DELIVERED.stream()
                  .flatMap(response -> List.of(response.total(), response.posts()).stream())
                  .toArray(Field[]::new))
          .with(WEIGHT, NEGATIVE, POSITIVE, EVIDENCE, AUTHORS, MODELS, UNKNOWN, UNKNOWN_OF)
          .partitionedBy("months(day)");

  /**
   * A response count.
   *
   * @param total its sum; null when no post delivered it
   * @param posts posts that delivered it
   */
  public record Delivered(Field total, Field posts) {
    private static Delivered of(Field count) {
      return new Delivered(
          optional(
              count.column(),
              LongType,
              "Sum of " + count.column() + " over originals; null: not delivered"),
          required(
              "posts_with_" + count.column(),
              LongType,
              "Originals that delivered " + count.column()));
    }
  }

  private Parts() {}
}
