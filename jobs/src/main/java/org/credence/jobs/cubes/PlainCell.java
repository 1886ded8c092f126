package org.credence.jobs.cubes;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.credence.cubes.CellState;
import org.credence.cubes.Cells;
import org.credence.cubes.Cube;
import org.credence.cubes.Level;
import org.credence.lake.Field;
import org.credence.lake.Table;

/** A row of a cube of days whose figures are delivered, not estimated; versions are empty. */
final class PlainCell {

  private static final List<Field> VERSIONS =
      List.of(
          Cells.EDITION,
          Cells.MODEL_VERSION,
          Cells.TAXONOMY_VERSION,
          Cells.METHODOLOGY_VERSION,
          Cells.SERIES);

  private final Table table;
  private final Object[] values;

  PlainCell(Cube cube, LocalDate day, CellState state) {
    this.table = cube.table();
    this.values = new Object[table.fields().size()];
    set(Cells.LEVEL, Level.DAY.id());
    set(Cells.PERIOD, java.sql.Date.valueOf(day));
    set(Cells.GROUPING, cube.groupings().get(0).name());
    set(Cells.STATE, state.id());
    set(Cells.PARTIAL, false);
    set(Cells.SOURCE_GAPS, 0);
    set(Cells.SERIES_BREAK, false);
    VERSIONS.forEach(version -> set(version, ""));
  }

  PlainCell set(Field field, Object value) {
    values[table.fields().indexOf(field)] = value;
    return this;
  }

  Row toRow() {
    return RowFactory.create(values);
  }
}
