package org.credence.archive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.connector.read.InputPartition;

/** Files that one task reads, one after the other. */
record ArchivePartition(List<SourceFile> files) implements InputPartition {

  /** Least work of a task, in bytes as they will be read. */
  private static final long SMALLEST = 8L << 20;

  private static final long LARGEST = 128L << 20;

  /** What opening a file costs, as bytes. */
  private static final long OPENING = 1L << 18;

  /** What compressed text grows to, about. */
  private static final int EXPANSION = 6;

  ArchivePartition {
    files = List.copyOf(files);
  }

  /**
   * Shares the files out: a large file alone, small ones together. The same files give the same
   * partitions in any order.
   *
   * @param parallelism tasks that can run at a time
   */
  static List<ArchivePartition> of(List<SourceFile> files, int parallelism) {
    long total = files.stream().mapToLong(ArchivePartition::work).sum();
    long target = Math.max(SMALLEST, Math.min(LARGEST, total / Math.max(1, parallelism)));
    List<SourceFile> sorted = new ArrayList<>(files);
    sorted.sort(
        Comparator.comparingLong(ArchivePartition::work).reversed().thenComparing(SourceFile::key));
    List<ArchivePartition> partitions = new ArrayList<>();
    List<SourceFile> open = new ArrayList<>();
    long filled = 0;
    for (SourceFile file : sorted) {
      if (!open.isEmpty() && filled + work(file) > target) {
        partitions.add(new ArchivePartition(open));
        open.clear();
        filled = 0;
      }
      open.add(file);
      filled += work(file);
    }
    if (!open.isEmpty()) {
      partitions.add(new ArchivePartition(open));
    }
    return partitions;
  }

  static long work(SourceFile file) {
    String name = file.key();
    boolean packed = name.endsWith(".gz") || name.endsWith(".bz2") || name.endsWith(".zst");
    return OPENING + (packed ? file.size() * EXPANSION : file.size());
  }
}
