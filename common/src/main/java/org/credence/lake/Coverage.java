package org.credence.lake;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.credence.lake.Field.optional;
import static org.credence.lake.Field.required;

/**
 * One row per archive file that was taken: accepted + rejected + duplicates + out of scope +
 * notices = records read, always.
 */
public final class Coverage {

  public static final Field SIZE = required("size", LongType, "Bytes of the file as taken");
  public static final Field VERSION =
      required("version", StringType, "Etag or time of the last change of the file as taken");
  public static final Field READ = required("read", LongType, "Records read");
  public static final Field ACCEPTED =
      required("accepted", LongType, "Records that delivered a post first");
  public static final Field REJECTED = required("rejected", LongType, "Records not readable");
  public static final Field DUPLICATES =
      required("duplicates", LongType, "Records of a post that another record delivered first");
  public static final Field OUT_OF_SCOPE =
      required("out_of_scope", LongType, "Records that are readable but no posts for us");
  public static final Field NOTICES = required("notices", LongType, "Delete and similar notices");
  public static final Field FAILURE =
      optional("failure", StringType, "Why the file as a whole could not be read to its end");
  public static final Field BATCH = required("batch", LongType, "Ingest that took the file");

  public static final Table TABLE =
      Table.of(
          "coverage",
          Posts.SOURCE,
          Posts.DROP,
          Posts.FILE,
          SIZE,
          VERSION,
          READ,
          ACCEPTED,
          REJECTED,
          DUPLICATES,
          OUT_OF_SCOPE,
          NOTICES,
          FAILURE,
          BATCH);

  private Coverage() {}
}
