package org.credence.jobs.night;

import static java.util.stream.Collectors.joining;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.format_number;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.credence.cubes.Cells;
import org.credence.cubes.Cube;
import org.credence.cubes.CubeRegistry;
import org.credence.cubes.Level;
import org.credence.cubes.ModelWatch;
import org.credence.lake.Field;

/**
 * Published cubes as lines of text: sorted, estimates to three decimals, without their versions.
 */
final class CubeText {

  private static final List<Field> VERSIONS =
      List.of(
          Cells.EDITION,
          Cells.MODEL_VERSION,
          Cells.TAXONOMY_VERSION,
          Cells.METHODOLOGY_VERSION,
          Cells.SERIES,
          Cells.MONTH);

  private CubeText() {}

  /** Without what depends on the night on which the models were trained: what they have met. */
  static Map<String, String> ofAnyModels(Path edition) throws IOException {
    Map<String, String> texts = of(edition);
    assertThat(texts.remove(ModelWatch.CUBE.name())).as("model watch").contains("| published |");
    return texts;
  }

  /**
   * @param edition folder of an edition
   * @return name of the cube to its lines, the header first
   */
  static Map<String, String> of(Path edition) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (SparkSession spark = session()) {
      for (Cube cube : CubeRegistry.SHIPPED.cubes()) {
        Path rows = edition.resolve(cube.name());
        if (Files.exists(rows)) {
          texts.put(cube.name(), text(spark.read().parquet(rows.toString())));
        }
      }
    }
    return texts;
  }

  /** The editions in which the cells of each period of a level last changed. */
  static Map<String, List<String>> lastChanges(Path edition, Cube cube, Level level)
      throws IOException {
    Map<String, List<String>> changes = new TreeMap<>();
    try (SparkSession spark = session()) {
      spark
          .read()
          .parquet(edition.resolve(cube.name()).toString())
          .filter(Cells.LEVEL.col().equalTo(level.id()))
          .select(Cells.PERIOD.col().cast("string"), Cells.EDITION.col())
          .distinct()
          .collectAsList()
          .forEach(
              row ->
                  changes
                      .computeIfAbsent(row.getString(0), any -> new ArrayList<>())
                      .add(row.getString(1)));
    }
    return changes;
  }

  private static SparkSession session() {
    return SparkSession.builder()
        .master("local[2]")
        .config("spark.ui.enabled", false)
        .config("spark.sql.shuffle.partitions", 1)
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .getOrCreate();
  }

  private static String text(Dataset<Row> cells) {
    Dataset<Row> shown = cells.drop(VERSIONS.stream().map(Field::column).toArray(String[]::new));
    List<Column> columns = new ArrayList<>();
    for (StructField field : shown.schema().fields()) {
      Column value =
          field.dataType().equals(DataTypes.DoubleType)
              ? format_number(col(field.name()), 3)
              : col(field.name()).cast("string");
      columns.add(coalesce(value, lit("-")));
    }
    String header = String.join(" | ", shown.columns());
    return shown.select(columns.toArray(Column[]::new)).collectAsList().stream()
        .map(row -> row.mkString(" | "))
        .sorted()
        .collect(joining("\n", header + "\n", "\n"));
  }
}
