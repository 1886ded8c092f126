package org.credence.jobs.cubes;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.credence.cubes.Cells;
import org.credence.cubes.Cube;
import org.credence.lake.ContentHash;

/** Marks every cell with the edition in which it last changed. Pure. */
final class Restatement {

  private static final String CONTENT = "_content";
  private static final String SINCE = "_since";

  private Restatement() {}

  /**
   * @param cells of the edition to come
   * @param before the same months of the edition that it follows
   * @param edition to come
   */
  static Dataset<Row> mark(Cube cube, Dataset<Row> cells, Dataset<Row> before, String edition) {
    Column content = ContentHash.row(cube.content()).as(CONTENT);
    Dataset<Row> known = before.select(content, Cells.EDITION.col().as(SINCE));
    return cells
        .withColumn(CONTENT, content)
        .join(known, CONTENT, "left")
        .withColumn(Cells.EDITION.column(), coalesce(col(SINCE), lit(edition)));
  }
}
