package org.credence.testing;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.credence.lake.Table;

/** Reads and shows small tables as text, so that a test shows its data where it is used. */
public final class TextTable {

  private static final String NULL = "-";

  private TextTable() {}

  /** Builds rows of the table; columns the text leaves out are null. */
  public static Dataset<Row> read(SparkSession spark, Table table, String text) {
    List<List<String>> lines = text.lines().map(TextTable::cells).toList();
    List<String> names = lines.get(0);
    StructType asText = new StructType();
    for (String name : names) {
      table.schema().fieldIndex(name);
      asText = asText.add(name, DataTypes.StringType);
    }
    List<Row> rows = new ArrayList<>();
    for (List<String> line : lines.subList(1, lines.size())) {
      rows.add(
          RowFactory.create(line.stream().map(cell -> cell.equals(NULL) ? null : cell).toArray()));
    }
    Dataset<Row> typed = spark.createDataFrame(rows, asText);
    Column[] columns =
        table.fields().stream()
            .map(
                field ->
                    (names.contains(field.column()) ? field.col() : functions.lit(null))
                        .cast(field.type())
                        .as(field.column()))
            .toArray(Column[]::new);
    return typed.select(columns);
  }

  /** Shows the named columns, sorted, in the form {@link #read} takes. */
  public static String show(Dataset<Row> rows, String... columns) {
    String header = String.join(" | ", columns);
    Column[] asText =
        Arrays.stream(columns)
            .map(
                name -> functions.coalesce(functions.col(name).cast("string"), functions.lit(NULL)))
            .toArray(Column[]::new);
    String body =
        rows.select(asText).collectAsList().stream()
            .map(row -> row.mkString(" | "))
            .sorted()
            .collect(joining("\n"));
    return header + "\n" + body + "\n";
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
  }
}
