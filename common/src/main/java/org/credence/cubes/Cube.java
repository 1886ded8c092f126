package org.credence.cubes;

import java.util.ArrayList;
import java.util.List;
import org.credence.lake.Field;
import org.credence.lake.Table;

/**
 * One published cube: all that its schema, dictionary and views are generated from.
 *
 * @param grain what one row is
 * @param levels of its periods
 */
public record Cube(
    String name,
    Words title,
    Words meaning,
    Words grain,
    List<Level> levels,
    List<Dimension> dimensions,
    List<GroupingSet> groupings,
    List<Measure> measures) {

  public Cube {
    levels = List.copyOf(levels);
    dimensions = List.copyOf(dimensions);
    groupings = List.copyOf(groupings);
    measures = List.copyOf(measures);
    for (GroupingSet grouping : groupings) {
      if (!dimensions.containsAll(grouping.dimensions())) {
        throw new IllegalArgumentException(
            "cube %s has no dimension for the grouping set %s".formatted(name, grouping.name()));
      }
    }
  }

  /** The columns of its files, in order, with their comments. */
  public Table table() {
    List<Field> fields = key();
    measures.forEach(measure -> fields.add(measure.field()));
    Cells.LAST.forEach(column -> fields.add(column.field()));
    return new Table(name, fields, List.of());
  }

  /** What makes a row unique, and the order of rows in files and hashes. */
  public List<Field> key() {
    List<Field> key = new ArrayList<>();
    Cells.FIRST.forEach(column -> key.add(column.field()));
    dimensions.forEach(dimension -> key.add(dimension.field()));
    return key;
  }

  /** All columns but the edition, which says since when a row is as it is. */
  public List<Field> content() {
    return table().fields().stream().filter(field -> !field.equals(Cells.EDITION)).toList();
  }
}
