package org.credence.lake;

import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StringType;

/** Iceberg's properties of our tables: how they are written, and what their metadata may hold. */
final class TableSettings {

  /** Size at which a data file is left alone. */
  static final long FILE_BYTES = 128L << 20;

  /** Of a sorted table: what is read to find one row. */
  private static final long SORTED_ROW_GROUP_BYTES = 1L << 20;

  private static final String METRICS = "write.metadata.metrics.";

  private static final Map<String, String> COMMON =
      Map.ofEntries(
          Map.entry(Migration.FORMAT, String.valueOf(Migration.CURRENT)),
          Map.entry("write.parquet.compression-codec", "zstd"),
          Map.entry("write.target-file-size-bytes", String.valueOf(FILE_BYTES)),
          Map.entry("write.distribution-mode", "none"),
          Map.entry("write.spark.fanout.enabled", "true"),
          Map.entry("write.delete.mode", "merge-on-read"),
          Map.entry("write.update.mode", "merge-on-read"),
          Map.entry("write.merge.mode", "merge-on-read"),
          Map.entry("write.merge.distribution-mode", "none"),
          Map.entry("write.delete.distribution-mode", "none"),
          Map.entry("write.metadata.delete-after-commit.enabled", "true"),
          Map.entry("write.metadata.previous-versions-max", "8"),
          Map.entry("commit.manifest.min-count-to-merge", "8"),
          // Nothing expires but by our own upkeep.
          Map.entry("history.expire.max-snapshot-age-ms", String.valueOf(Long.MAX_VALUE)),
          Map.entry(METRICS + "default", "none"));

  private TableSettings() {}

  /**
   * Metadata holds bounds of numbers and dates only: texts, ids and keys must not live on in it.
   */
  static Map<String, String> of(Table table) {
    Map<String, String> settings = new TreeMap<>(COMMON);
    table.fields().stream()
        .filter(field -> hasBounds(field.type()))
        .forEach(field -> settings.put(METRICS + "column." + field.column(), "full"));
    if (!table.sorting().isEmpty()) {
      settings.put("write.parquet.row-group-size-bytes", String.valueOf(SORTED_ROW_GROUP_BYTES));
    }
    return settings;
  }

  private static boolean hasBounds(DataType type) {
    boolean simple = type.catalogString().matches("\\w+");
    return simple && !(type instanceof StringType) && !(type instanceof BinaryType);
  }
}
