package org.credence.jobs.cubes;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
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

  private static final String CONTEST = "_contest";
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
        .withColumn(CONTEST, explode(contests(brands).apply(brand)))
        .withColumn(OF, col(CONTEST).getField(OF))
        .withColumn(Conversation.SHARE_OF_VOICE.name(), when(rivals().and(open), share))
        .filter(brand.equalTo(col(OF)))
        .drop(OF, CONTEST);
  }

  private static Column rivals() {
    return col(CONTEST).getField(RIVALS);
  }

  /** Brand to every contest that it takes part in. */
  private static Column contests(BrandsFile brands) {
    SortedMap<String, List<Column>> contests = new TreeMap<>();
    for (Brand brand : brands.brands()) {
      Column contest =
          struct(lit(brand.id()).as(OF), lit(!brand.competitors().isEmpty()).as(RIVALS));
      contests.computeIfAbsent(brand.id(), any -> new ArrayList<>()).add(contest);
      for (String rival : brand.competitors()) {
        contests.computeIfAbsent(rival, any -> new ArrayList<>()).add(contest);
      }
    }
    List<Column> entries = new ArrayList<>();
    contests.forEach(
        (brand, all) -> entries.addAll(List.of(lit(brand), array(all.toArray(Column[]::new)))));
    return map(entries.toArray(Column[]::new));
  }
}
