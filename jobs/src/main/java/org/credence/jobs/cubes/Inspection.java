package org.credence.jobs.cubes;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.shiftrightunsigned;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.credence.cubes.AuditRule;
import org.credence.cubes.CellState;
import org.credence.cubes.Cells;
import org.credence.cubes.Cube;
import org.credence.cubes.Edition;
import org.credence.cubes.EditionDraft;
import org.credence.lake.ContentHash;
import org.credence.settings.Digest;

/**
 * Counts, hashes and audits cells before they are written, all cubes in one pass.
 *
 * @param months by cube, without files
 * @param findings of audits that rows break, one a cube and audit
 */
record Inspection(
    SortedMap<String, SortedMap<String, Edition.Month>> months, List<Finding> findings) {

  private static final String CUBE = "_cube";
  private static final String MONTH = "_month";
  private static final String HASH = "_hash";
  private static final String BROKEN = "_broken_";
  private static final int COLUMNS = 7;
  private static final long LOW_HALF = 0xFFFF_FFFFL;

  static Inspection of(Map<Cube, Dataset<Row>> cells, List<Audit> audits) {
    Dataset<Row> all = null;
    for (Map.Entry<Cube, Dataset<Row>> cube : cells.entrySet()) {
      Dataset<Row> lean = lean(cube.getKey(), cube.getValue(), audits);
      all = all == null ? lean : all.unionByName(lean);
    }
    SortedMap<String, SortedMap<String, Edition.Month>> months = new TreeMap<>();
    SortedMap<String, SortedMap<AuditRule, Long>> broken = new TreeMap<>();
    List<AuditRule> rules = List.copyOf(Audit.rules(audits));
    if (all != null) {
      for (Row row : sums(all, rules).collectAsList()) {
        months
            .computeIfAbsent(row.getString(0), any -> new TreeMap<>())
            .put(row.getString(1), month(row));
        SortedMap<AuditRule, Long> ofCube =
            broken.computeIfAbsent(row.getString(0), any -> new TreeMap<>());
        for (int i = 0; i < rules.size(); i++) {
          ofCube.merge(rules.get(i), row.getLong(COLUMNS + i), Long::sum);
        }
      }
    }
    return new Inspection(months, findings(broken));
  }

  private static List<Finding> findings(SortedMap<String, SortedMap<AuditRule, Long>> broken) {
    List<Finding> findings = new ArrayList<>();
    broken.forEach(
        (cube, rules) ->
            rules.forEach(
                (rule, cells) -> {
                  if (cells > 0) {
                    findings.add(
                        Finding.of(
                            rule,
                            "%d cells of %s break %s",
                            "%d cellules de %s enfreignent %s",
                            cells,
                            cube,
                            rule.id()));
                  }
                }));
    return findings;
  }

  /** The months of a cube; none when it has no rows. */
  SortedMap<String, Edition.Month> months(Cube cube) {
    return months.getOrDefault(cube.name(), Collections.emptySortedMap());
  }

  private static Dataset<Row> lean(Cube cube, Dataset<Row> rows, List<Audit> audits) {
    List<Column> lean = new ArrayList<>();
    lean.add(lit(cube.name()).as(CUBE));
    lean.add(EditionDraft.month().as(MONTH));
    lean.add(Cells.STATE.col());
    lean.add(ContentHash.row(cube.content()).as(HASH));
    for (AuditRule rule : Audit.rules(audits)) {
      lean.add(Audit.breaks(audits, rule, cube).as(BROKEN + rule.id()));
    }
    return rows.select(lean.toArray(Column[]::new));
  }

  private static Dataset<Row> sums(Dataset<Row> rows, List<AuditRule> rules) {
    Column hash = functions.col(HASH);
    List<Column> sums = new ArrayList<>();
    sums.add(number(CellState.SUPPRESSED));
    sums.add(number(CellState.MISSING));
    sums.add(sum(hash.bitwiseAND(lit(LOW_HALF))));
    sums.add(sum(shiftrightunsigned(hash, 32)));
    for (AuditRule rule : rules) {
      sums.add(count(when(functions.col("`" + BROKEN + rule.id() + "`"), lit(1))));
    }
    return rows.groupBy(CUBE, MONTH).agg(count(lit(1)), sums.toArray(Column[]::new));
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
