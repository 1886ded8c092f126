package org.credence.jobs.cubes;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.credence.cubes.CellState;
import org.credence.cubes.Cells;
import org.credence.cubes.Conversation;
import org.credence.cubes.Dimension;
import org.credence.lake.Field;
import org.credence.settings.BrandsFile;
import org.credence.settings.BrandsFile.Brand;

/**
 * A brand's original posts over those of itself and its competitors in the same cell. Where a
 * competitor is hidden the share is null, or it would give him away.
 */
final class ShareOfVoice {

  private static final String OF = "_of";
  private static final String RIVALS = "_rivals";

  private ShareOfVoice() {}

  static Dataset<Row> add(Dataset<Row> conversation, BrandsFile brands) {
    Column brand = Dimension.BRAND.field().col();
    List<Column> cell = new ArrayList<>(List.of(col(OF)));
    for (Field field : Conversation.CUBE.key()) {
      if (!field.equals(Dimension.BRAND.field())) {
        cell.add(field.col());
      }
    }
    WindowSpec contest = Window.partitionBy(cell.toArray(Column[]::new));
    Column originals = Conversation.ORIGINAL_POSTS.field().col();
    Column hidden = Cells.STATE.col().notEqual(CellState.PUBLISHED.id());
    Column all = sum(coalesce(originals, lit(0L))).over(contest);
    Column open = not(max(hidden).over(contest));
    Column share = round(try_divide(originals.cast("double"), all), 9);
    return conversation
        .join(broadcast(contests(conversation, brands)), Dimension.BRAND.name())
        .withColumn(Conversation.SHARE_OF_VOICE.name(), when(col(RIVALS).gt(0).and(open), share))
        .filter(brand.equalTo(col(OF)))
        .drop(OF, RIVALS);
  }

  /** A row for every brand and every contest that it takes part in. */
  private static Dataset<Row> contests(Dataset<Row> conversation, BrandsFile brands) {
    List<Row> rows = new ArrayList<>();
    for (Brand brand : brands.brands()) {
      int rivals = brand.competitors().size();
      rows.add(RowFactory.create(brand.id(), brand.id(), rivals));
      for (String rival : brand.competitors()) {
        rows.add(RowFactory.create(rival, brand.id(), rivals));
      }
    }
    StructType schema =
        new StructType()
            .add(Dimension.BRAND.name(), DataTypes.StringType)
            .add(OF, DataTypes.StringType)
            .add(RIVALS, DataTypes.IntegerType);
    return conversation.sparkSession().createDataFrame(rows, schema);
  }
}
