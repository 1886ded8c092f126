package org.credence.jobs.ingest;

import static java.util.stream.Collectors.joining;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.credence.lake.PostDays;

/**
 * Where in the order of ids the posts of a batch lie: few ranges that hold them all, with the
 * widest stretches between them left out. Most of a night's ids lie close together, beyond all that
 * the lake has; the old ones that it names are single points.
 */
record IdRanges(List<Range> ranges) {

  /**
   * Each costs a comparison a row; as many old posts as that are found without their neighbours.
   */
  static final int MOST = 64;

  private static final String NEXT = "next";

  IdRanges {
    ranges = List.copyOf(ranges);
  }

  /**
   * Few ranges that hold all of some ids.
   *
   * @param ids rows with {@link PostDays#ID_ORDER}
   */
  static IdRanges of(Dataset<Row> ids) {
    return between(stretches(ids).collectAsList());
  }

  /** Both ends are in it. */
  record Range(long first, long last) {}

  /**
   * The widest stretches without an id, what stands before and after them: at most {@link #MOST}
   * rows.
   *
   * @param ids rows with {@link PostDays#ID_ORDER}
   */
  static Dataset<Row> stretches(Dataset<Row> ids) {
    Dataset<Row> beginning = ids.sparkSession().range(1).select(lit(Long.MIN_VALUE));
    Dataset<Row> ends =
        ids.select(PostDays.ID_ORDER.col())
            .union(beginning)
            .distinct()
            .withColumn(
                NEXT,
                lead(PostDays.ID_ORDER.col(), 1, Long.MAX_VALUE)
                    .over(Window.orderBy(PostDays.ID_ORDER.col())));
    return ends.orderBy(
            col(NEXT).cast("double").minus(PostDays.ID_ORDER.col().cast("double")).desc(),
            PostDays.ID_ORDER.col())
        .limit(MOST);
  }

  /**
   * What lies between the stretches; the least and the greatest number of all are always in it.
   *
   * @param stretches rows of {@link #stretches}
   */
  static IdRanges between(List<Row> stretches) {
    List<Range> ranges = new ArrayList<>();
    long first = Long.MIN_VALUE;
    for (Row stretch :
        stretches.stream().sorted(Comparator.comparing((Row row) -> row.getLong(0))).toList()) {
      ranges.add(new Range(first, stretch.getLong(0)));
      first = stretch.getLong(1);
    }
    ranges.add(new Range(first, Long.MAX_VALUE));
    return new IdRanges(ranges);
  }

  /** SQL that holds in the ranges. */
  String condition(String column) {
    return ranges.isEmpty() ? "false" : any(column);
  }

  private String any(String column) {
    return ranges.stream().map(range -> range(column, range)).collect(joining(" OR ", "(", ")"));
  }

  private static String range(String column, Range range) {
    return range.first() == range.last()
        ? "%s = %dL".formatted(column, range.first())
        : "%s BETWEEN %dL AND %dL".formatted(column, range.first(), range.last());
  }
}
