package org.credence.jobs.ingest;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.credence.lake.Coverage;
import org.credence.lake.Lake;
import org.credence.lake.Table;

/**
 * What earlier batches took. Coverage is written last, so a file that it lists was taken whole.
 *
 * @param files accounts by path
 * @param batch the last that began to write
 * @param interrupted whether that batch did not get as far as its coverage
 */
record Ledger(Map<String, FileAccount> files, long batch, boolean interrupted) {

  static final String BATCH = "batch";

  static Ledger of(Lake lake) {
    Map<String, FileAccount> files = new LinkedHashMap<>();
    long covered = 0;
    // One row per file of the archive, whose listing is in memory anyway.
    for (Row row : lake.read(Coverage.TABLE).collectAsList()) {
      FileAccount file = FileAccount.of(row);
      files.put(file.taken().key(), file);
      covered = Math.max(covered, row.getLong(row.fieldIndex(Coverage.BATCH.column())));
    }
    covered = Math.max(covered, noted(lake, Coverage.TABLE));
    long begun = covered;
    for (Table table : Commits.BEFORE_COVERAGE) {
      begun = Math.max(begun, noted(lake, table));
    }
    return new Ledger(files, begun, begun > covered);
  }

  /** Files that were taken, be it to where they break off. */
  Set<TakenFile> taken() {
    return files.values().stream()
        .filter(file -> !file.unread())
        .map(FileAccount::taken)
        .collect(Collectors.toSet());
  }

  /** Accounts after a batch. */
  Collection<FileAccount> with(List<FileAccount> batch) {
    Map<String, FileAccount> all = new LinkedHashMap<>(files);
    batch.forEach(file -> all.put(file.taken().key(), file));
    return all.values();
  }

  /** Whether the storage did not hand the file out before either. */
  boolean unread(DueFile due) {
    FileAccount known = files.get(due.file().key());
    return known != null && known.unread();
  }

  /** Whether rows of these files may be in the lake already. */
  boolean mayHold(List<DueFile> due) {
    return interrupted || due.stream().anyMatch(this::holds);
  }

  private boolean holds(DueFile due) {
    FileAccount known = files.get(due.file().key());
    return known != null && !(known.unread() && known.read() == 0);
  }

  private static long noted(Lake lake, Table table) {
    Optional<String> batch = lake.note(table, BATCH);
    return batch.map(Long::parseLong).orElse(0L);
  }
}
