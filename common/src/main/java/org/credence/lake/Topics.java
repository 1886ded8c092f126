package org.credence.lake;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.credence.lake.Field.optional;
import static org.credence.lake.Field.required;

/**
 * What became of each topic in each night: one row per night and topic, of the scopes that somebody
 * spoke in. A topic's id is its lineage, whatever its words are by now.
 */
public final class Topics {

  /** What stands for a topic where posts are in none; it has no row. */
  public static final String OTHER = "other";

  public static final Field NIGHT = required("night", DateType, "Night that found it so");
  public static final Field SCOPE =
      required("scope", StringType, "BRAND.LANGUAGE, or *.LANGUAGE of brands with few posts");
  public static final Field TOPIC = required("topic", StringType, "SCOPE.NUMBER, never given anew");
  public static final Field STATE =
      required("state", StringType, "continued, born, split, merged or retired");
  public static final Field KIN =
      optional("kin", StringType, "Topic that it was split from, or that it went into");
  public static final Field EVIDENCE =
      required("evidence", DoubleType, "For the change, in nats; 0 without one");
  public static final Field POSTS =
      required("posts", LongType, "Posts of the night that are in it, copies once");
  public static final Field LABEL =
      required("label", StringType, "In words that several authors use; empty without such words");
  public static final Field FIRST_NIGHT =
      required("first_night", DateType, "Night in which it was born or split");

  public static final Table TABLE =
      Table.of("topics", NIGHT, SCOPE, TOPIC, STATE, KIN, EVIDENCE, POSTS, LABEL, FIRST_NIGHT)
          .partitionedBy("months(night)");

  private Topics() {}
}
