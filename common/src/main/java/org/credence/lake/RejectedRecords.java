package org.credence.lake;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.credence.lake.Field.optional;
import static org.credence.lake.Field.required;

/** Records that could not be read, with the reason. */
public final class RejectedRecords {

  public static final Field REASON =
      required("reason", StringType, "What could not be read, a short stable code");
  public static final Field EXCERPT =
      optional("excerpt", StringType, "At most the first 500 bytes of the record");
  public static final Field BATCH = required("batch", LongType, "Ingest that wrote this row");

  public static final Table TABLE =
      Table.of(
          "rejected_records",
          Posts.SOURCE,
          Posts.DROP,
          Posts.FILE,
          Posts.LINE,
          REASON,
          EXCERPT,
          BATCH);

  private RejectedRecords() {}
}
