package org.credence.jobs.maintain;

import java.util.ArrayList;
import java.util.List;
import org.credence.jobs.Night;
import org.credence.lake.Table;
import org.credence.lake.Tables;
import org.credence.lake.Upkeep;

/**
 * Packs each table, forgets its old snapshots, and sweeps what none of them knows.
 *
 * @param thorough packs wherever it helps at all, and sweeps
 */
record TableCare(Night night, boolean thorough) {

  /**
   * @param rewritten files that were written anew
   * @param written files in their place
   * @param expired snapshots
   * @param orphans files that no snapshot knew
   * @param bytes of the files that hold the current rows
   */
  record Done(int rewritten, int written, int expired, long orphans, long bytes) {}

  Done run() {
    List<Upkeep> tables = tables();
    int rewritten = 0;
    int written = 0;
    int expired = 0;
    long orphans = 0;
    long newest = tables.stream().mapToLong(Upkeep::committedAt).max().orElse(0);
    for (Upkeep table : tables) {
      Upkeep.Compaction compaction = table.compact(thorough);
      rewritten += compaction.before();
      written += compaction.after();
      expired += table.expire(night.date(), night.settings().credence().upkeep().snapshotNights());
      orphans += thorough ? table.sweep(newest) : 0;
    }
    long bytes = tables.stream().mapToLong(Upkeep::bytes).sum();
    return new Done(rewritten, written, expired, orphans, bytes);
  }

  private List<Upkeep> tables() {
    List<Upkeep> tables = new ArrayList<>();
    for (Table table : Tables.ALL) {
      Upkeep.of(night.lake(), table).ifPresent(tables::add);
    }
    return tables;
  }
}
