package org.credence.jobs.cubes;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_add;
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

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;
import org.credence.cubes.CellState;
import org.credence.cubes.Cells;
import org.credence.cubes.Conversation;
import org.credence.cubes.Dimension;
import org.credence.cubes.Level;
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
  private static final String WHOLE = "_whole";

  private ShareOfVoice() {}

  /**
   * @param epochs by which a share across a break in the series of one of the brands is null
   */
  static Dataset<Row> add(Dataset<Row> conversation, BrandsFile brands, Epochs epochs) {
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
    Column open = not(max(hidden).over(contest)).and(col(CONTEST).getField(WHOLE));
    Column share = round(try_divide(originals.cast("double"), all), 9);
    return conversation
        .withColumn(CONTEST, explode(contests(brands, epochs).apply(brand)))
        .withColumn(OF, col(CONTEST).getField(OF))
        .withColumn(Conversation.SHARE_OF_VOICE.name(), when(rivals().and(open), share))
        .filter(brand.equalTo(col(OF)))
        .drop(OF, CONTEST);
  }

  private static Column rivals() {
    return col(CONTEST).getField(RIVALS);
  }

  /** Brand to every contest that it takes part in. */
  private static Column contests(BrandsFile brands, Epochs epochs) {
    SortedMap<String, List<Column>> contests = new TreeMap<>();
    for (Brand brand : brands.brands()) {
      Column contest =
          struct(
              lit(brand.id()).as(OF),
              lit(!brand.competitors().isEmpty()).as(RIVALS),
              isWhole(brand, epochs).as(WHOLE));
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

  /** Whether a brand and its competitors are counted in one way over the whole period of a row. */
  private static Column isWhole(Brand brand, Epochs epochs) {
    Column first = Cells.PERIOD.col().cast(DataTypes.DateType);
    Column whole = lit(false);
    for (Stretch stretch : stretches(brand, epochs)) {
      Column begins =
          stretch.first().equals(LocalDate.MIN) ? lit(true) : first.geq(lit(stretch.first()));
      Column ends =
          stretch.end().equals(LocalDate.MAX) ? lit(true) : end(first).leq(lit(stretch.end()));
      whole = whole.or(begins.and(ends));
    }
    return whole;
  }

  /** Days on which all of them are looked for, each in one way. */
  private record Stretch(LocalDate first, LocalDate end, List<String> marks) {}

  private static List<Stretch> stretches(Brand brand, Epochs epochs) {
    List<String> all = new ArrayList<>(brand.competitors());
    all.add(brand.id());
    List<Stretch> stretches = new ArrayList<>();
    for (Epochs.Epoch epoch : epochs.list()) {
      List<String> marks =
          all.stream().map(id -> epochs.counts(id, epoch.first(), epoch.end())).toList();
      int last = stretches.size() - 1;
      if (last >= 0 && stretches.get(last).marks().equals(marks)) {
        stretches.set(last, new Stretch(stretches.get(last).first(), epoch.end(), marks));
      } else {
        stretches.add(new Stretch(epoch.first(), epoch.end(), marks));
      }
    }
    return stretches.stream().filter(stretch -> !stretch.marks().contains("")).toList();
  }

  private static Column end(Column first) {
    Column level = Cells.LEVEL.col();
    return when(level.equalTo(Level.DAY.id()), date_add(first, 1))
        .when(level.equalTo(Level.WEEK.id()), date_add(first, 7))
        .when(level.equalTo(Level.MONTH.id()), add_months(first, 1))
        .otherwise(add_months(first, 3));
  }
}
