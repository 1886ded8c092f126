package org.credence.jobs.cubes;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.credence.cubes.Cells;
import org.credence.cubes.Trust;
import org.credence.statistics.Change;

/**
 * Which changes can be told from noise: Benjamini-Hochberg over all cells of one period, level and
 * grouping set, those that a page shows side by side; see {@link Change#toldFromNoise}.
 */
final class FalseDiscoveries {

  private static final String PASSING = "_passing";

  private FalseDiscoveries() {}

  static Dataset<Row> control(Dataset<Row> trust) {
    Column p = Trust.NET_CHANGE_P.field().col();
    WindowSpec family =
        Window.partitionBy(Cells.LEVEL.col(), Cells.PERIOD.col(), Cells.GROUPING.col());
    Column rank = row_number().over(family.orderBy(p.asc_nulls_last()));
    Column size = count(p).over(family);
    Column passes = p.multiply(size).leq(rank.multiply(lit(Change.FALSE_DISCOVERIES)));
    return trust
        .withColumn(PASSING, when(passes, p))
        .withColumn(
            Trust.NET_CHANGE_TOLD.name(),
            when(p.isNotNull(), p.leq(coalesce(max(col(PASSING)).over(family), lit(-1.0)))))
        .drop(PASSING);
  }
}
