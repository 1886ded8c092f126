package org.credence.jobs.apply;

import static org.apache.spark.sql.functions.lit;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.credence.lake.Field;
import org.credence.lake.Lake;
import org.credence.lake.Mentions;
import org.credence.lake.Posts;
import org.credence.lake.Table;

/** Finds the mentions that go when posts were replaced or erased. Pure. */
final class Replacement {

  /** What tells one mention from another. */
  static final List<Field> KEYS = List.of(Posts.PLATFORM, Posts.POST_ID, Mentions.BRAND);

  private static final List<Field> POST = KEYS.subList(0, 2);
  private static final String ANTI = "left_anti";
  private static final Table CHANGES = Mentions.TABLE.with(Lake.DELETED);

  private Replacement() {}

  /**
   * @param scored mentions of the posts that are new or changed
   * @param old mentions of the touched days as they stand
   * @param unchanged posts of the touched days that were scored before and stand as they did
   * @return rows for {@link Lake#merge}: the scored ones, and old ones of posts that have changed
   *     or gone and don't mention the brand any more
   */
  static Dataset<Row> changes(Dataset<Row> scored, Dataset<Row> old, Dataset<Row> unchanged) {
    Dataset<Row> gone =
        old.select(columns(KEYS))
            .join(unchanged.select(columns(POST)), names(POST), ANTI)
            .join(scored.select(columns(KEYS)), names(KEYS), ANTI);
    return CHANGES
        .conform(scored.withColumn(Lake.DELETED.column(), lit(false)))
        .unionByName(deletions(gone));
  }

  /** The values of a row that goes do not matter, and are not read. */
  private static Dataset<Row> deletions(Dataset<Row> gone) {
    Column[] columns =
        Mentions.TABLE.fields().stream()
            .map(
                field ->
                    KEYS.contains(field)
                        ? field.col()
                        : lit(null).cast(field.type()).as(field.column()))
            .toArray(Column[]::new);
    return CHANGES.conform(gone.select(columns).withColumn(Lake.DELETED.column(), lit(true)));
  }

  private static Column[] columns(List<Field> fields) {
    return fields.stream().map(Field::col).toArray(Column[]::new);
  }

  private static String[] names(List<Field> fields) {
    return fields.stream().map(Field::column).toArray(String[]::new);
  }
}
