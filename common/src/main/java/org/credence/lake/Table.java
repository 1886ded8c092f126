package org.credence.lake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The name and shape of a table, the one agreement between who writes it and who reads it.
 *
 * @param partitioning Iceberg transforms such as {@code months(day)}, possibly none
 * @param sorting fields by which rows are sorted in files, possibly none
 */
public record Table(
    String name, List<Field> fields, List<String> partitioning, List<Field> sorting) {

  public Table {
    fields = List.copyOf(fields);
    partitioning = List.copyOf(partitioning);
    sorting = List.copyOf(sorting);
  }

  public Table(String name, List<Field> fields, List<String> partitioning) {
    this(name, fields, partitioning, List.of());
  }

  public static Table of(String name, Field... fields) {
    return new Table(name, List.of(fields), List.of());
  }

  public Table partitionedBy(String... transforms) {
    return new Table(name, fields, List.of(transforms), sorting);
  }

  /** Upkeep sorts by these fields when it packs; who appends sorts its own rows. */
  public Table sortedBy(Field... first) {
    return new Table(name, fields, partitioning, List.of(first));
  }

  /** The same fields under another name, not partitioned. */
  public Table named(String otherName) {
    return new Table(otherName, fields, List.of());
  }

  /** This table with more fields at its end. */
  public Table with(Field... more) {
    List<Field> all = new ArrayList<>(fields);
    all.addAll(Arrays.asList(more));
    return new Table(name, all, partitioning, sorting);
  }

  public Field field(String column) {
    return fields.stream()
        .filter(field -> field.column().equals(column))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException(name + " has no column " + column));
  }

  public StructType schema() {
    return new StructType(fields.stream().map(Field::toStructField).toArray(StructField[]::new));
  }

  public Column[] columns() {
    return fields.stream().map(Field::col).toArray(Column[]::new);
  }

  /**
   * Keeps this table's columns, in order, in its types. A missing column fails when the plan is
   * analysed.
   */
  public Dataset<Row> conform(Dataset<Row> rows) {
    return conform(rows, Map.of());
  }

  /**
   * The same with other values in some columns.
   *
   * @param values of fields that the rows need not have
   */
  public Dataset<Row> conform(Dataset<Row> rows, Map<Field, Column> values) {
    return rows.select(
        fields.stream()
            .map(
                field ->
                    values.getOrDefault(field, field.col()).cast(field.type()).as(field.column()))
            .toArray(Column[]::new));
  }
}
