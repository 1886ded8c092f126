package org.credence.lake;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.credence.lake.Field.optional;
import static org.credence.lake.Field.required;

/** Tombstones: posts that must not come back. Keyed ids only. */
public final class Erasures {

  public static final Field POST_KEY =
      required("post_key", StringType, "Keyed hash of platform and post id");
  public static final Field FIRST_FILE =
      optional(
          "first_file",
          StringType,
          "File that delivered the post first; null while only notices came");
  public static final Field BATCH = required("batch", LongType, "Ingest that noticed it");

  public static final Table TABLE =
      Table.of("erasures", Posts.PLATFORM, POST_KEY, FIRST_FILE, BATCH);

  private Erasures() {}
}
