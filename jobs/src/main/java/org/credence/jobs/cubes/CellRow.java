package org.credence.jobs.cubes;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.credence.cubes.CellState;
import org.credence.cubes.Cells;
import org.credence.cubes.Conversation;
import org.credence.cubes.Cube;
import org.credence.cubes.Dimension;
import org.credence.cubes.Engagement;
import org.credence.cubes.GroupingSet;
import org.credence.cubes.Measure;
import org.credence.cubes.Trust;
import org.credence.lake.Field;
import org.jspecify.annotations.Nullable;

/** A row of a cube in the making; what is not set stays null. */
final class CellRow {

  static final Field CUBE = Field.required("cube", DataTypes.StringType, "Name of the cube");

  /** The cubes whose cells come from parts. */
  static final List<Cube> CUBES = List.of(Conversation.CUBE, Trust.CUBE, Engagement.CUBE);

  /** One struct per cube, of which one is set. */
  static final StructType SCHEMA = schema();

  private final Cube cube;
  private final StructType columns;
  private final @Nullable Object[] values;

  CellRow(Cube cube) {
    this.cube = cube;
    this.columns = (StructType) SCHEMA.apply(cube.name()).dataType();
    this.values = new Object[columns.length()];
    cube.dimensions().forEach(dimension -> set(dimension.field(), Dimension.ALL));
  }

  private static StructType schema() {
    StructType all = new StructType().add(CUBE.toStructField());
    for (Cube cube : CUBES) {
      StructType columns = new StructType();
      for (StructField field : cube.table().schema().fields()) {
        boolean period = field.name().equals(Cells.PERIOD.column());
        columns = columns.add(field.name(), period ? DataTypes.StringType : field.dataType(), true);
      }
      all = all.add(cube.name(), columns, true);
    }
    return all;
  }

  CellRow set(Field field, @Nullable Object value) {
    values[columns.fieldIndex(field.column())] = value;
    return this;
  }

  CellRow count(Measure measure, long value) {
    return set(measure.field(), value);
  }

  /** Nine digits are more than any estimate has, and hide what machines round differently. */
  CellRow figure(Measure measure, double value) {
    return set(measure.field(), Math.round(value * 1e9) / 1e9);
  }

  CellRow at(String brand, Series series, Period period) {
    set(Dimension.BRAND.field(), brand);
    if (cube.dimensions().contains(series.cut()) && !series.isWhole()) {
      set(series.cut().field(), series.value());
    }
    set(Cells.LEVEL, period.level().id());
    set(Cells.PERIOD, period.first().toString());
    return set(Cells.GROUPING, grouping(series).name());
  }

  private GroupingSet grouping(Series series) {
    GroupingSet whole = cube.groupings().get(0);
    List<Dimension> more = series.isWhole() ? List.of() : List.of(series.cut());
    return cube.groupings().stream()
        .filter(grouping -> grouping.beyond(whole).equals(more))
        .findFirst()
        .orElseThrow();
  }

  CellRow state(CellState state, boolean partial, int gaps) {
    set(Cells.STATE, state.id());
    set(Cells.PARTIAL, partial);
    return set(Cells.SOURCE_GAPS, gaps);
  }

  Row toRow() {
    Object[] all = new Object[SCHEMA.length()];
    all[0] = cube.name();
    all[SCHEMA.fieldIndex(cube.name())] = RowFactory.create(values);
    return RowFactory.create(all);
  }
}
