package org.credence.cubes;

import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.credence.lake.Field;

/**
 * SQL that makes the cubes views of a query engine: one view for each cube, level and grouping set,
 * so that nobody sums what must not be summed. The files are those of one edition, named one by
 * one, so that a view never mixes two.
 */
final class EngineViews {

  private final CubeRegistry registry;
  private final URI root;

  /**
   * @param root folder of all editions
   */
  EngineViews(CubeRegistry registry, URI root) {
    this.registry = registry;
    this.root = root;
  }

  /** A view up to its condition. */
  private interface Statement {
    String of(Cube cube, String name, String select);
  }

  /** {@code duckdb -init cubes/latest/views/duckdb.sql}. */
  String duckDb(Edition edition) {
    String head =
        """
        -- Credence, edition %s, days up to %s.
        -- duckdb -init <this file>, then for example: FROM trust_week;
        """
            .formatted(edition.name(), edition.night());
    return head
        + views(
            (cube, name, select) ->
                "CREATE OR REPLACE VIEW %s AS\n%s\nFROM ".formatted(name, select)
                    + duckDbRows(edition, cube));
  }

  /** For a Hive catalog named hive with a schema named credence. */
  String trino(Edition edition) {
    StringBuilder sql = new StringBuilder();
    sql.append(
        "-- Credence, edition %s, days up to %s.\n".formatted(edition.name(), edition.night()));
    sql.append("-- trino --file <this file>; replace hive.credence by your catalog and schema.\n");
    sql.append("CREATE SCHEMA IF NOT EXISTS hive.credence;\n");
    for (Cube cube : registry.cubes()) {
      sql.append(trinoTable(edition, cube));
    }
    return sql
        + views(
            (cube, name, select) ->
                "CREATE OR REPLACE VIEW hive.credence.%s AS\n%s\nFROM ".formatted(name, select)
                    + trinoName(edition, cube));
  }

  private String views(Statement statement) {
    StringBuilder sql = new StringBuilder();
    for (Cube cube : registry.cubes()) {
      for (Level level : cube.levels()) {
        for (GroupingSet grouping : cube.groupings()) {
          String name = name(cube, level, grouping);
          String select = "SELECT " + String.join(", ", columns(cube, grouping));
          sql.append('\n').append(statement.of(cube, name, select));
          sql.append(
              "\nWHERE level = '%s' AND grouping_set = '%s';\n"
                  .formatted(level.id(), grouping.name()));
        }
      }
    }
    return sql.toString();
  }

  /** Such as trust_week or trust_week_by_subject. */
  private static String name(Cube cube, Level level, GroupingSet grouping) {
    List<Dimension> more = grouping.beyond(cube.groupings().get(0));
    String by = more.stream().map(Dimension::name).collect(joining("_and_"));
    return cube.name() + "_" + level.id() + (by.isEmpty() ? "" : "_by_" + by);
  }

  private static List<String> columns(Cube cube, GroupingSet grouping) {
    List<String> columns = new ArrayList<>(List.of(Cells.PERIOD.column()));
    grouping.dimensions().forEach(dimension -> columns.add(dimension.name()));
    cube.measures().forEach(measure -> columns.add(measure.name()));
    Cells.LAST.forEach(column -> columns.add(column.field().column()));
    return columns;
  }

  private String duckDbRows(Edition edition, Cube cube) {
    List<String> files = edition.files(cube);
    if (files.isEmpty()) {
      String none =
          cube.table().fields().stream()
              .map(field -> "CAST(NULL AS %s) AS %s".formatted(sqlType(field.type()), field))
              .collect(joining(", "));
      return "(SELECT " + none + " WHERE false)";
    }
    return files.stream()
        .map(file -> "  '" + quoted(location("", file)) + "'")
        .collect(joining(",\n", "read_parquet([\n", "], hive_partitioning = false)"));
  }

  private String trinoTable(Edition edition, Cube cube) {
    String columns =
        cube.table().fields().stream()
            .map(EngineViews::trinoColumn)
            .collect(joining(",\n  ", "  ", ",\n  "));
    String table = trinoName(edition, cube);
    return """

    DROP TABLE IF EXISTS %1$s;
    CREATE TABLE %1$s (
    %2$s%3$s varchar)
    WITH (external_location = '%4$s', format = 'PARQUET', partitioned_by = ARRAY['%3$s']);
    CALL hive.system.sync_partition_metadata('credence', '%5$s', 'FULL');
    """
        .formatted(
            table,
            columns,
            Cells.MONTH,
            quoted(location("local://", edition.name() + "/" + cube.name())),
            table.substring(table.lastIndexOf('.') + 1));
  }

  private static String trinoColumn(Field field) {
    String type = sqlType(field.type()).toLowerCase(Locale.ROOT);
    return "%s %s COMMENT '%s'".formatted(field, type, quoted(field.meaning()));
  }

  private static String trinoName(Edition edition, Cube cube) {
    return "hive.credence." + cube.name() + "_" + edition.name().replace('-', '_');
  }

  /** As engines other than Hadoop's name it. */
  private String location(String localScheme, String key) {
    String folder = root.toString().endsWith("/") ? root.toString() : root + "/";
    if ("file".equals(root.getScheme())) {
      return localScheme + URI.create(folder).getPath() + key;
    }
    return folder.replaceFirst("^s3a:", "s3:") + key;
  }

  private static String sqlType(DataType type) {
    if (type.equals(DataTypes.StringType)) {
      return "VARCHAR";
    }
    return type.equals(DataTypes.IntegerType) ? "INTEGER" : type.sql();
  }

  private static String quoted(String text) {
    return text.replace("'", "''");
  }
}
