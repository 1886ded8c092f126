package org.credence.lake;

import static org.apache.spark.sql.types.DataTypes.BinaryType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.credence.lake.Field.required;

/**
 * What the topics of a scope go on from in the next night: counts of words that stand in several
 * posts. A night that runs again goes on from those of nights before it.
 */
public final class TopicMemories {

  /** Nights whose memories stay; the newest of a scope does in any case. */
  public static final int KEPT = 40;

  public static final Field BATCH =
      required("batch", LongType, "Newest ingest whose posts it knows");
  public static final Field MEMORY =
      required("memory", BinaryType, "org.credence.topics.TopicMemory");

  public static final Table TABLE =
      Table.of("topic_memories", Topics.NIGHT, Topics.SCOPE, BATCH, MEMORY).partitionedBy("night");

  private TopicMemories() {}
}
