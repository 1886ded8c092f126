package org.credence.jobs.cubes;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.shiftrightunsigned;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.credence.cubes.CellState;
import org.credence.cubes.Cells;
import org.credence.cubes.Cube;
import org.credence.cubes.Edition;
import org.credence.cubes.EditionDraft;
import org.credence.lake.ContentHash;
import org.credence.settings.Digest;
import org.credence.settings.ExitCode;
import org.credence.settings.Refusal;

/**
 * Counts, hashes and audits cells before they are written, all cubes in one pass.
 *
 * @param months by cube, without files
 * @param broken rows that break an audit, by its name
 */
record Inspection(
    SortedMap<String, SortedMap<String, Edition.Month>> months, SortedMap<String, Long> broken) {

  private static final String CUBE = "_cube";
  private static final String MONTH = "_month";
  private static final String HASH = "_hash";
  private static final String BROKEN = "_broken";
  private static final long LOW_HALF = 0xFFFF_FFFFL;

  static Inspection of(Map<Cube, Dataset<Row>> cells, List<Audit> audits) {
    Dataset<Row> all = null;
    for (Map.Entry<Cube, Dataset<Row>> cube : cells.entrySet()) {
      Dataset<Row> lean = lean(cube.getKey(), cube.getValue(), audits);
      all = all == null ? lean : all.unionByName(lean);
    }
    SortedMap<String, SortedMap<String, Edition.Month>> months = new TreeMap<>();
    SortedMap<String, Long> broken = new TreeMap<>();
    if (all != null) {
      for (Row row : sums(all).collectAsList()) {
        months
            .computeIfAbsent(row.getString(0), any -> new TreeMap<>())
            .put(row.getString(1), month(row));
        if (!row.isNullAt(7)) {
          broken.merge(row.getString(7), row.getLong(8), Long::sum);
        }
      }
    }
    return new Inspection(months, broken);
  }

  /** The months of a cube; none when it has no rows. */
  SortedMap<String, Edition.Month> months(Cube cube) {
    return months.getOrDefault(cube.name(), Collections.emptySortedMap());
  }

  void refuseIfBroken() {
    if (!broken.isEmpty()) {
      throw new Refusal(
          "Nothing was published: the audit " + broken.firstKey() + " failed",
          "%d cells break it%s"
              .formatted(
                  broken.get(broken.firstKey()),
                  broken.size() == 1 ? "" : ", and other audits failed: " + broken.keySet()),
          "The last edition stands; run again with --force, and report it if it stays",
          ExitCode.AUDIT_FAILED);
    }
  }

  private static Dataset<Row> lean(Cube cube, Dataset<Row> rows, List<Audit> audits) {
    return rows.select(
        lit(cube.name()).as(CUBE),
        EditionDraft.month().as(MONTH),
        Cells.STATE.col(),
        ContentHash.row(cube.content()).as(HASH),
        Audit.firstBroken(audits, cube).as(BROKEN));
  }

  private static Dataset<Row> sums(Dataset<Row> rows) {
    Column hash = functions.col(HASH);
    Column broken = functions.col(BROKEN);
    return rows.groupBy(CUBE, MONTH)
        .agg(
            count(lit(1)),
            number(CellState.SUPPRESSED),
            number(CellState.MISSING),
            sum(hash.bitwiseAND(lit(LOW_HALF))),
            sum(shiftrightunsigned(hash, 32)),
            min(broken),
            count(broken));
  }

  private static Column number(CellState state) {
    return sum(when(Cells.STATE.col().equalTo(state.id()), lit(1L)).otherwise(lit(0L)));
  }

  private static Edition.Month month(Row row) {
    return new Edition.Month(
        List.of(),
        row.getLong(2),
        row.getLong(3),
        row.getLong(4),
        Digest.of(row.getLong(2), row.getLong(5), row.getLong(6)));
  }
}
