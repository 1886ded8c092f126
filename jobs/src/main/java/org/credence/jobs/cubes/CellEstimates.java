package org.credence.jobs.cubes;

import static org.apache.spark.sql.functions.lit;

import java.util.Collection;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.credence.cubes.Cube;
import org.credence.lake.Mentions;
import org.credence.lake.Posts;

/** Turns parts into the cells of conversation, trust and engagement. Pure. */
final class CellEstimates {

  private CellEstimates() {}

  /**
   * @param parts of all days of the quarters in the rules' scope
   * @param brands that have cells even if nothing was said
   * @return rows of {@link CellRow#SCHEMA}, see {@link #of(Dataset, Cube)}
   */
  static Dataset<Row> estimate(Dataset<Row> parts, Collection<String> brands, CellRules rules) {
    Dataset<Row> published = parts.filter(Posts.DAY.col().leq(lit(rules.night())));
    Dataset<Row> all = PartRow.readable(published).unionByName(mute(parts, brands), true);
    FlatMapGroupsFunction<String, Row, Row> cells =
        (brand, rows) -> new BrandCells(rules, brand, rows);
    return all.groupBy(Mentions.BRAND.col())
        .as(Encoders.STRING(), Encoders.row(PartRow.schema()))
        .flatMapSortedGroups(new Column[] {Posts.DAY.col()}, cells, Encoders.row(CellRow.SCHEMA));
  }

  /** The rows of one cube in its columns; those of the edition are still null. */
  static Dataset<Row> of(Dataset<Row> estimates, Cube cube) {
    return estimates
        .filter(CellRow.CUBE.col().equalTo(cube.name()))
        .select(functions.col(cube.name() + ".*"));
  }

  /** A row without a day for each brand. */
  private static Dataset<Row> mute(Dataset<Row> parts, Collection<String> brands) {
    List<Row> rows = brands.stream().sorted().map(brand -> RowFactory.create(brand)).toList();
    StructType schema = new StructType().add(Mentions.BRAND.toStructField());
    return parts.sparkSession().createDataFrame(rows, schema);
  }
}
