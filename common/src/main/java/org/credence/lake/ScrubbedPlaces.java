package org.credence.lake;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.credence.lake.Field.optional;
import static org.credence.lake.Field.required;

/**
 * Where nobody may know any more from where posts were written: those of an author up to one of
 * them, or one post. Keyed hashes only; who is erased leaves this table, too.
 */
public final class ScrubbedPlaces {

  public static final Field KEY =
      required("key", StringType, "Keyed hash of an author's id, or of platform and post id");
  public static final Field UP_TO =
      optional(
          "up_to", LongType, "Id of the author's last post that is meant; null when all are meant");
  public static final Field BATCH = required("batch", LongType, "Ingest that noticed it");

  public static final Table TABLE = Table.of("scrubbed_places", Posts.PLATFORM, KEY, UP_TO, BATCH);

  private ScrubbedPlaces() {}
}
