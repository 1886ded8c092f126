package org.credence.lake;

import java.util.List;
import org.apache.iceberg.UpdateSchema;
import org.apache.iceberg.spark.SparkSchemaUtil;
import org.credence.settings.ExitCode;
import org.credence.settings.Refusal;

/**
 * Brings the tables of a lake that an older release wrote to the shape of today's: columns that
 * they lack are added, and are null in the rows that are there.
 */
public final class Migration {

  /** Property of a table: the form of its rows. */
  static final String FORMAT = "credence.format";

  /** Goes up when an older release would read rows wrongly that this one writes. */
  static final int CURRENT = 1;

  private Migration() {}

  /**
   * @param tables as this release knows them; those that are absent are left so
   * @throws Refusal when a newer release has written one of them
   */
  public static void run(Lake lake, List<Table> tables) {
    for (Table table : tables) {
      lake.iceberg(table).ifPresent(stored -> migrate(lake, table, stored));
    }
  }

  private static void migrate(Lake lake, Table table, org.apache.iceberg.Table stored) {
    int format = Integer.parseInt(stored.properties().getOrDefault(FORMAT, "1"));
    if (format > CURRENT) {
      throw new Refusal(
          "Can't read the lake's table " + table.name(),
          "a newer Credence wrote it, in format %d; this release knows up to %d"
              .formatted(format, CURRENT),
          "Run the release that wrote it, or a newer one",
          ExitCode.INPUT_NOT_READY);
    }
    List<Field> missing =
        table.fields().stream()
            .filter(field -> stored.schema().findField(field.column()) == null)
            .toList();
    if (!missing.isEmpty()) {
      UpdateSchema update = stored.updateSchema();
      missing.forEach(
          field ->
              update.addColumn(
                  field.column(), SparkSchemaUtil.convert(field.type()), field.meaning()));
      update.commit();
    }
  }
}
