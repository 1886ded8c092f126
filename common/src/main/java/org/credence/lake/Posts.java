package org.credence.lake;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createMapType;
import static org.credence.lake.Field.optional;
import static org.credence.lake.Field.required;

/** Canonical posts, one row per platform and post id: the newest delivery stands for the post. */
public final class Posts {

  public static final Field PLATFORM =
      required("platform", StringType, "Name space of post and author ids, such as twitter");
  public static final Field POST_ID =
      required("post_id", StringType, "Id of the post at its platform");
  public static final Field PARENT_ID =
      optional("parent_id", StringType, "Id of the post that this one answers");
  public static final Field THREAD_ID =
      optional(
          "thread_id",
          StringType,
          "Id of the root of the thread: as the platform says, else that of the first post that"
              + " replies lead back to, be it here or not; null in posts of older releases");
  public static final Field ORIGINAL_ID =
      optional("original_id", StringType, "Id of the post that this one reposts or quotes");
  public static final Field SOURCE =
      required("source", StringType, "Name of the source in sources.yaml");
  public static final Field NETWORK =
      required("network", StringType, "customers, employees, partners or public");
  public static final Field KIND =
      required(
          "kind",
          StringType,
          "post, reply, comment, repost, quote, review, article, message, question or case");
  public static final Field CHANNEL =
      optional("channel", StringType, "Page, site or company under which the post stands");
  public static final Field AUTHOR_KEY =
      optional("author_key", StringType, "Keyed hash of the author; null when nobody is named");
  public static final Field HANDLE_KEY =
      optional("handle_key", StringType, "Keyed hash of the author's handle in lower case");
  public static final Field FOLLOWERS =
      optional("followers", LongType, "Followers of the author when fetched");
  public static final Field VERIFIED =
      optional("verified", BooleanType, "Whether the platform vouches for the author");
  public static final Field ROLE =
      optional("role", StringType, "Role of the author as the source declares it");
  public static final Field TEXT =
      required("text", StringType, "Text as published, NFC; empty where only a rating was given");
  public static final Field LANGUAGE =
      optional("language", StringType, "ISO 639-1 code as the platform or the source says");
  public static final Field URL = optional("url", StringType, "Address of the post");
  public static final Field APPLICATION =
      optional("application", StringType, "Application that the post was sent from");
  public static final Field PLACE =
      optional(
          "place",
          StringType,
          "Where the author says to have written it, as the platform names it: a town, a region or"
              + " a country, nothing smaller");
  public static final Field COUNTRY =
      optional("country", StringType, "ISO 3166-1 code of the country in which that is");
  public static final Field RATING =
      optional("rating", DoubleType, "Rating on the scale of the source");
  public static final Field RATING_SHARE =
      optional("rating_share", DoubleType, "Rating as share of its scale, 0 (worst) to 1 (best)");
  public static final Field POSTED_AT = required("posted_at", TimestampType, "Publication, UTC");
  public static final Field EDITED_AT = optional("edited_at", TimestampType, "Last edit, UTC");
  public static final Field FETCHED_AT =
      required("fetched_at", TimestampType, "When it was archived, UTC; else the drop's date");
  public static final Field DAY =
      required("day", DateType, "Date of publication in the reporting time zone");
  public static final Field LIKES =
      optional("likes", LongType, "Likes; like all counts null when not delivered");
  public static final Field REACTIONS =
      optional("reactions", LongType, "Reactions of all kinds, likes included");
  public static final Field REACTION_KINDS =
      optional(
          "reaction_kinds",
          createMapType(StringType, LongType),
          "Reactions by kind in the platform's words, such as love or angry; absent kinds are not"
              + " delivered");
  public static final Field SHARES = optional("shares", LongType, "Shares, reposts");
  public static final Field COMMENTS = optional("comments", LongType, "Comments, replies");
  public static final Field VIEWS = optional("views", LongType, "Views");
  public static final Field MEDIA =
      optional("media", StringType, "What the post shows in the platform's words, such as video");
  public static final Field ANSWER_ID =
      optional("answer_id", StringType, "Id of the answer that was accepted, as its question says");
  public static final Field ACCEPTED =
      optional(
          "accepted",
          BooleanType,
          "Whether the site marks it as the answer to its question, there or on the question that"
              + " came with it");
  public static final Field TOPIC_KIND =
      optional(
          "topic_kind",
          StringType,
          "What a support community files a topic under, in its words: question, idea, problem,"
              + " praise, update");
  public static final Field TOPIC_STATUS =
      optional(
          "topic_status",
          StringType,
          "How far the company has come with a topic, in the community's words, such as planned");
  public static final Field DAMAGED =
      required("damaged", BooleanType, "Whether the text was delivered with broken encoding");
  public static final Field DROP =
      required("drop", DateType, "Drop that delivered the values of this row");
  public static final Field FILE =
      required("file", StringType, "File below the archive that delivered them");
  public static final Field LINE =
      required("line", LongType, "Record in that file, counted from 1");
  public static final Field FIRST_FILE =
      required("first_file", StringType, "File that delivered the post first");
  public static final Field BATCH =
      required("batch", LongType, "Ingest that wrote this row, counted from 1");

  public static final Table TABLE =
      Table.of(
              "posts",
              PLATFORM,
              POST_ID,
              PARENT_ID,
              THREAD_ID,
              ORIGINAL_ID,
              SOURCE,
              NETWORK,
              KIND,
              CHANNEL,
              AUTHOR_KEY,
              HANDLE_KEY,
              FOLLOWERS,
              VERIFIED,
              ROLE,
              TEXT,
              LANGUAGE,
              URL,
              APPLICATION,
              PLACE,
              COUNTRY,
              RATING,
              RATING_SHARE,
              POSTED_AT,
              EDITED_AT,
              FETCHED_AT,
              DAY,
              LIKES,
              REACTIONS,
              SHARES,
              COMMENTS,
              VIEWS,
              REACTION_KINDS,
              MEDIA,
              ANSWER_ID,
              ACCEPTED,
              TOPIC_KIND,
              TOPIC_STATUS,
              DAMAGED,
              DROP,
              FILE,
              LINE,
              FIRST_FILE,
              BATCH)
          .partitionedBy("months(day)");

  private Posts() {}
}
