package org.credence.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.SnapshotSummary;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.io.CloseableIterable;

/** The files that hold the current rows, counted by partition from the manifests alone. */
final class FileStock {

  private static final double SMALL = 0.75;
  private static final int MANY_FILES = 8;
  private static final int MANY_DELETES = 8;
  private static final double DELETED_SHARE = 0.1;

  private final Map<Partition, Count> partitions = new LinkedHashMap<>();

  private FileStock() {}

  /**
   * A partition by months of the day, or the whole table.
   *
   * @param month since 1970-01; empty when the table is not partitioned
   */
  record Partition(OptionalInt month) {
    Optional<LocalDate> first() {
      return month.isEmpty()
          ? Optional.empty()
          : Optional.of(LocalDate.EPOCH.plusMonths(month.getAsInt()));
    }
  }

  private static final class Count {
    private int small;
    private int deleteFiles;
    private long deletedRows;
    private long rows;
    private long newest;

    void add(FileScanTask task) {
      DataFile file = task.file();
      rows += file.recordCount();
      newest = Math.max(newest, number(file.fileSequenceNumber()));
      if (file.fileSizeInBytes() < SMALL * TableSettings.FILE_BYTES) {
        small++;
      }
      deleteFiles += task.deletes().size();
      task.deletes().forEach(delete -> deletedRows += delete.recordCount());
    }

    boolean due(boolean thorough) {
      return thorough
          ? small >= 2 || deleteFiles > 0
          : small >= MANY_FILES
              || deleteFiles >= MANY_DELETES
              || deletedRows > DELETED_SHARE * rows;
    }
  }

  /** Whether the summary of the current snapshot lets expect anything worth a look. */
  static boolean isWorthALook(org.apache.iceberg.Table table, boolean thorough) {
    long files = total(table, SnapshotSummary.TOTAL_DATA_FILES_PROP);
    long deletes = total(table, SnapshotSummary.TOTAL_DELETE_FILES_PROP);
    return deletes > 0 || files >= (thorough ? 2 : MANY_FILES);
  }

  /** A total that every snapshot's summary holds. */
  static long total(org.apache.iceberg.Table table, String name) {
    return table.currentSnapshot() == null
        ? 0
        : Long.parseLong(table.currentSnapshot().summary().getOrDefault(name, "0"));
  }

  static FileStock of(org.apache.iceberg.Table table) {
    FileStock stock = new FileStock();
    try (CloseableIterable<FileScanTask> tasks = table.newScan().planFiles()) {
      for (FileScanTask task : tasks) {
        stock
            .partitions
            .computeIfAbsent(partition(task.file().partition()), any -> new Count())
            .add(task);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return stock;
  }

  private static Partition partition(StructLike values) {
    return new Partition(
        values.size() == 0 ? OptionalInt.empty() : OptionalInt.of(values.get(0, Integer.class)));
  }

  /** Partitions whose files should be written anew. */
  List<Partition> due(boolean thorough) {
    return partitions.entrySet().stream()
        .filter(partition -> partition.getValue().due(thorough))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Partitions from which rows were deleted that their files still hold. */
  List<Partition> withDeletedRows() {
    return partitions.entrySet().stream()
        .filter(partition -> partition.getValue().deleteFiles > 0)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** First days of the months that got a file after a commit. */
  List<LocalDate> monthsSince(long sequence) {
    return partitions.entrySet().stream()
        .filter(partition -> partition.getValue().newest > sequence)
        .flatMap(partition -> partition.getKey().first().stream())
        .sorted()
        .toList();
  }

  private static long number(@org.jspecify.annotations.Nullable Long value) {
    return value == null ? 0 : value;
  }
}
