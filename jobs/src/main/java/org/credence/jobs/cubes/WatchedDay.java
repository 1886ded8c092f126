package org.credence.jobs.cubes;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.unix_date;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.credence.cubes.Dimension;
import org.credence.lake.Mentions;
import org.credence.lake.Parts;
import org.credence.lake.Posts;
import org.credence.statistics.Evidence;
import org.credence.statistics.NetHistogram;

/**
 * What the models met on one day in one language, employees left out.
 *
 * @param voices of the brand with most of them: at least so many people are behind the figures
 * @param unknown sum over {@code unknownOf} posts, in millionths
 * @param bins voices by net posterior, in millionths
 */
record WatchedDay(
    LocalDate day,
    String language,
    long scored,
    long unscored,
    long voices,
    long unknown,
    long unknownOf,
    List<Long> bins) {

  private static final String BINS = "bins";
  private static final String BIN = "bin_";
  private static final String VOICES = "voices";
  private static final int SUMS = 5;

  WatchedDay {
    bins = List.copyOf(bins);
  }

  /**
   * @param parts of whole days
   * @return a row a day and language: few, however many posts there are
   */
  static List<WatchedDay> of(Dataset<Row> parts) {
    Dataset<Row> brands =
        parts
            .filter(Parts.SUBJECT.col().equalTo(Dimension.ALL))
            .filter(not(Series.isOfEmployees()))
            .withColumn(BINS, histogram().apply(Parts.EVIDENCE.col()))
            .groupBy(Posts.DAY.col(), Mentions.LANGUAGE.col(), Mentions.BRAND.col())
            .agg(sum(Parts.WEIGHT.col()).as(VOICES), sums(bin -> functions.col(BINS).getItem(bin)));
    return brands
        .groupBy(unix_date(Posts.DAY.col()), Mentions.LANGUAGE.col())
        .agg(max(functions.col(VOICES)), sums(bin -> functions.col(BIN + bin)))
        .collectAsList()
        .stream()
        .map(WatchedDay::of)
        .toList();
  }

  private static Column[] sums(java.util.function.IntFunction<Column> bin) {
    List<Column> sums = new ArrayList<>();
    for (var part : List.of(Parts.SCORED, Parts.UNSCORED, Parts.UNKNOWN, Parts.UNKNOWN_OF)) {
      sums.add(coalesce(sum(part.col()), lit(0L)).as(part.column()));
    }
    for (int i = 0; i < NetHistogram.BINS; i++) {
      sums.add(sum(bin.apply(i)).as(BIN + i));
    }
    return sums.toArray(Column[]::new);
  }

  private static UserDefinedFunction histogram() {
    return udf(
        (UDF1<byte[], Object>) bytes -> NetHistogram.of(Evidence.fromBytes(bytes)),
        DataTypes.createArrayType(DataTypes.LongType, false));
  }

  private static WatchedDay of(Row row) {
    return new WatchedDay(
        LocalDate.ofEpochDay(row.getInt(0)),
        row.getString(1),
        row.getLong(3),
        row.getLong(4),
        row.getLong(2),
        row.getLong(5),
        row.getLong(6),
        IntStream.range(0, NetHistogram.BINS).mapToObj(i -> row.getLong(2 + SUMS + i)).toList());
  }

  /** Original posts of the public, likely bots left out. */
  long posts() {
    return scored + unscored;
  }

  double[] shares() {
    return NetHistogram.shares(bins.stream().mapToLong(Long::longValue).toArray());
  }
}
