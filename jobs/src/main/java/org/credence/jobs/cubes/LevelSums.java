package org.credence.jobs.cubes;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.credence.cubes.AuditRule;
import org.credence.cubes.CellState;
import org.credence.cubes.Cells;
import org.credence.cubes.Cube;
import org.credence.cubes.Level;
import org.credence.cubes.Measure;
import org.credence.lake.Field;

/**
 * Holds published weeks, months and quarters that are over against the sum of their days, wherever
 * all of these are published too. Hidden cells are skipped: they are no fault.
 */
final class LevelSums {

  private static final String CUBE = "_cube";
  private static final String SERIES = "_series";
  private static final String DAY = "_day";
  private static final String TOLD = "_told";
  private static final String OF = "_of";

  private LevelSums() {}

  static List<Finding> of(Map<Cube, Dataset<Row>> cells) {
    int width = cells.keySet().stream().mapToInt(cube -> counts(cube).size()).max().orElse(0);
    Dataset<Row> all = null;
    for (Map.Entry<Cube, Dataset<Row>> cube : cells.entrySet()) {
      if (cube.getKey().levels().size() > 1) {
        Dataset<Row> lean = lean(cube.getKey(), cube.getValue(), width);
        all = all == null ? lean : all.unionByName(lean);
      }
    }
    return all == null
        ? List.of()
        : broken(all, width).collectAsList().stream().map(LevelSums::finding).toList();
  }

  private static Finding finding(Row row) {
    return Finding.of(
        AuditRule.LEVELS_ADD_UP,
        "%s: %d weeks, months or quarters are not the sum of their days",
        "%s : %d semaines, mois ou trimestres ne sont pas la somme de leurs jours",
        row.getString(0),
        row.getLong(1));
  }

  /** Counts only: sums of fractions depend on their order. */
  private static List<Measure> counts(Cube cube) {
    return cube.measures().stream()
        .filter(measure -> measure.kind() == Measure.Kind.ADDITIVE)
        .filter(measure -> measure.type().equals(DataTypes.LongType))
        .toList();
  }

  private static Dataset<Row> lean(Cube cube, Dataset<Row> rows, int width) {
    List<Measure> counts = counts(cube);
    Column[] series =
        cube.key().stream()
            .filter(field -> !field.equals(Cells.LEVEL) && !field.equals(Cells.PERIOD))
            .map(Field::col)
            .toArray(Column[]::new);
    Column day = Cells.LEVEL.col().equalTo(Level.DAY.id());
    List<Column> lean = new ArrayList<>();
    lean.add(lit(cube.name()).as(CUBE));
    lean.add(xxhash64(series).as(SERIES));
    lean.add(day.as(DAY));
    lean.add(
        Cells.STATE
            .col()
            .equalTo(CellState.PUBLISHED.id())
            .and(day.or(not(Cells.PARTIAL.col())))
            .as(TOLD));
    lean.add(
        explode(when(day, above()).otherwise(array(period(Cells.LEVEL.col(), Cells.PERIOD.col()))))
            .as(OF));
    for (int i = 0; i < width; i++) {
      Column count = i < counts.size() ? coalesce(counts.get(i).field().col(), lit(0L)) : lit(0L);
      lean.add(count.as(name(i)));
    }
    return rows.select(lean.toArray(Column[]::new));
  }

  /** The periods that a day lies in. */
  private static Column above() {
    return array(
        List.of(Level.WEEK, Level.MONTH, Level.QUARTER).stream()
            .map(level -> period(lit(level.id()), trunc(Cells.PERIOD.col(), level.id())))
            .toArray(Column[]::new));
  }

  private static Column period(Column level, Column first) {
    return struct(level.as("level"), first.as("first"));
  }

  /** How many periods of each cube are not what their days make. */
  private static Dataset<Row> broken(Dataset<Row> lean, int width) {
    Column day = col(DAY);
    Column told = col(TOLD);
    List<Column> sums = new ArrayList<>();
    sums.add(count(when(day.and(told), lit(1))).as("days"));
    for (int i = 0; i < width; i++) {
      Column signed = when(day, col(name(i))).otherwise(col(name(i)).multiply(lit(-1L)));
      sums.add(sum(when(told, signed).otherwise(lit(0L))).as(name(i)));
    }
    Column off = lit(false);
    for (int i = 0; i < width; i++) {
      off = off.or(col(name(i)).notEqual(lit(0L)));
    }
    return lean.groupBy(col(CUBE), col(SERIES), col(OF))
        .agg(max(not(day).and(told)).as(TOLD), sums.toArray(Column[]::new))
        .filter(told.and(col("days").equalTo(days())).and(off))
        .groupBy(col(CUBE))
        .agg(count(lit(1)))
        .orderBy(col(CUBE));
  }

  private static Column days() {
    Column level = col(OF + ".level");
    Column first = col(OF + ".first");
    Column end =
        when(level.equalTo(Level.WEEK.id()), date_add(first, 7))
            .when(level.equalTo(Level.MONTH.id()), add_months(first, 1))
            .otherwise(add_months(first, 3));
    return datediff(end, first);
  }

  private static String name(int measure) {
    return "_count_" + measure;
  }
}
