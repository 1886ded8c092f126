package org.credence.jobs.report;

import static java.util.stream.Collectors.toMap;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.credence.cubes.CellState;
import org.credence.cubes.Cells;
import org.credence.cubes.Conversation;
import org.credence.cubes.Cube;
import org.credence.cubes.DataCoverage;
import org.credence.cubes.Dimension;
import org.credence.cubes.Engagement;
import org.credence.cubes.Level;
import org.credence.cubes.Measure;
import org.credence.cubes.ModelWatch;
import org.credence.cubes.Trust;
import org.credence.storage.Storage;

/**
 * Reads what the report shows from one edition. Everything is bounded: brands × the periods of half
 * a year.
 */
final class EditionCells {

  /** Days of history that the report shows. */
  static final int HISTORY_DAYS = 190;

  private static final String BRAND = "brand";
  private static final String BRAND_SUBJECT = "brand_subject";
  private static final String BRAND_VOICE = "brand_voice";

  private final SparkSession spark;
  private final Storage cubes;
  private final String edition;
  private final LocalDate night;

  EditionCells(SparkSession spark, Storage cubes, String edition, LocalDate night) {
    this.spark = spark;
    this.cubes = cubes;
    this.edition = edition;
    this.night = night;
  }

  /** Net trust of the brands by week, month and quarter. */
  List<TrustCell> trust() {
    return trust(recent(Trust.CUBE).filter(grouping(BRAND)).filter(level().notEqual("day")));
  }

  /** Net trust of the brands by subject in one period. */
  List<TrustCell> subjects(Span span) {
    return trust(at(Trust.CUBE, span).filter(grouping(BRAND_SUBJECT)));
  }

  List<VolumeCell> volumes() {
    return recent(Conversation.CUBE)
        .filter(grouping(BRAND))
        .filter(level().notEqual("day"))
        .collectAsList()
        .stream()
        .map(
            row ->
                new VolumeCell(
                    row.getAs(Dimension.BRAND.name()),
                    span(row),
                    state(row),
                    row.getAs(Cells.PARTIAL.column()),
                    isBroken(row),
                    count(row, Conversation.POSTS),
                    count(row, Conversation.ORIGINAL_POSTS),
                    count(row, Conversation.PEOPLE),
                    number(row, Conversation.SHARE_OF_VOICE)))
        .toList();
  }

  List<ActsCell> acts(Span span) {
    return at(Engagement.CUBE, span)
        .filter(grouping(BRAND_VOICE))
        .filter(Cells.STATE.col().equalTo(CellState.PUBLISHED.id()))
        .collectAsList()
        .stream()
        .map(EditionCells::acts)
        .toList();
  }

  /** One line a source over its whole history, with the gaps of the history shown. */
  List<SourceLine> sources() {
    Column recentGap =
        DataCoverage.GAP
            .field()
            .col()
            .and(Cells.PERIOD.col().geq(lit(night.minusDays(HISTORY_DAYS))));
    List<Column> aggregates = new ArrayList<>();
    java.util.stream.Stream.of(
            DataCoverage.FILES,
            DataCoverage.FILES_FAILED,
            DataCoverage.READ,
            DataCoverage.ACCEPTED,
            DataCoverage.REJECTED,
            DataCoverage.DUPLICATES,
            DataCoverage.OUT_OF_SCOPE,
            DataCoverage.NOTICES)
        .forEach(m -> aggregates.add(coalesce(sum(m.field().col()), lit(0L)).as(m.name())));
    Column taken = DataCoverage.FILES.field().col().gt(lit(0L));
    aggregates.add(max(when(taken, Cells.PERIOD.col())).as("last"));
    return cube(DataCoverage.CUBE)
        .groupBy(Dimension.SOURCE.field().col())
        .agg(
            array_sort(collect_list(when(recentGap, Cells.PERIOD.col()))).as("gaps"),
            aggregates.toArray(Column[]::new))
        .orderBy(Dimension.SOURCE.field().col())
        .collectAsList()
        .stream()
        .map(EditionCells::source)
        .toList();
  }

  /** The newest day of each language that the model watch has flagged within a week. */
  List<Drift> drifts() {
    if (cubes.list(edition + "/" + ModelWatch.CUBE.name()).isEmpty()) {
      return List.of();
    }
    return cube(ModelWatch.CUBE)
        .filter(Cells.PERIOD.col().geq(lit(night.minusDays(7))))
        .filter(ModelWatch.FLAGGED.field().col())
        .orderBy(Cells.PERIOD.col())
        .collectAsList()
        .stream()
        .map(EditionCells::drift)
        .collect(toMap(Drift::language, drift -> drift, (before, after) -> after, TreeMap::new))
        .values()
        .stream()
        .toList();
  }

  private static Drift drift(Row row) {
    java.sql.Date day = row.getAs(Cells.PERIOD.column());
    return new Drift(
        row.getAs(Dimension.LANGUAGE.name()),
        day.toLocalDate(),
        number(row, ModelWatch.SHIFT),
        number(row, ModelWatch.UNKNOWN).orElse(0),
        number(row, ModelWatch.UNKNOWN_IN_TRAINING).orElse(0));
  }

  private static SourceLine source(Row row) {
    List<java.sql.Date> gaps = row.getList(row.fieldIndex("gaps"));
    return new SourceLine(
        row.getAs(Dimension.SOURCE.name()),
        count(row, DataCoverage.FILES),
        count(row, DataCoverage.FILES_FAILED),
        count(row, DataCoverage.READ),
        count(row, DataCoverage.ACCEPTED),
        count(row, DataCoverage.REJECTED),
        count(row, DataCoverage.DUPLICATES),
        count(row, DataCoverage.OUT_OF_SCOPE),
        count(row, DataCoverage.NOTICES),
        Optional.ofNullable(row.<java.sql.Date>getAs("last")).map(java.sql.Date::toLocalDate),
        gaps.stream().map(java.sql.Date::toLocalDate).toList());
  }

  private static List<TrustCell> trust(Dataset<Row> rows) {
    return rows.collectAsList().stream()
        .map(
            row ->
                new TrustCell(
                    row.getAs(Dimension.BRAND.name()),
                    row.getAs(Dimension.SUBJECT.name()),
                    span(row),
                    state(row),
                    row.getAs(Cells.PARTIAL.column()),
                    isBroken(row),
                    net(row),
                    change(row),
                    count(row, Trust.PEOPLE),
                    count(row, Trust.POSTS_SCORED),
                    count(row, Trust.POSTS_UNSCORED),
                    count(row, Trust.POSTS_BOT),
                    text(row, Trust.METHOD),
                    text(row, Trust.BASIS)))
        .toList();
  }

  /** Editions of older releases don't say. */
  private static boolean isBroken(Row row) {
    int at = row.fieldIndex(Cells.SERIES_BREAK.column());
    return !row.isNullAt(at) && row.getBoolean(at);
  }

  private static Optional<TrustCell.Net> net(Row row) {
    if (row.isNullAt(row.fieldIndex(Trust.NET.value().name()))) {
      return Optional.empty();
    }
    return Optional.of(
        new TrustCell.Net(
            row.getAs(Trust.NET.value().name()),
            row.getAs(Trust.NET.low().name()),
            row.getAs(Trust.NET.high().name()),
            row.getAs(Trust.NET.postsLow().name()),
            row.getAs(Trust.NET.postsHigh().name()),
            row.getAs(Trust.POSITIVE.value().name()),
            row.getAs(Trust.NEUTRAL.value().name()),
            row.getAs(Trust.NEGATIVE.value().name())));
  }

  private static Optional<TrustCell.NetChange> change(Row row) {
    if (row.isNullAt(row.fieldIndex(Trust.NET_CHANGE.name()))) {
      return Optional.empty();
    }
    return Optional.of(
        new TrustCell.NetChange(
            row.getAs(Trust.NET_CHANGE.name()),
            row.getAs(Trust.NET_CHANGE_LOW.name()),
            row.getAs(Trust.NET_CHANGE_HIGH.name()),
            row.getAs(Trust.NET_CHANGE_TOLD.name())));
  }

  private static ActsCell acts(Row row) {
    Map<String, Double> figures = new TreeMap<>();
    for (Measure measure : Engagement.CUBE.measures()) {
      number(row, measure).ifPresent(value -> figures.put(measure.name(), value));
    }
    return new ActsCell(
        row.getAs(Dimension.BRAND.name()), row.getAs(Dimension.VOICE.name()), figures);
  }

  private Dataset<Row> cube(Cube cube) {
    StructType schema = cube.table().schema().add(Cells.MONTH.toStructField());
    return spark.read().schema(schema).parquet(cubes.uri(edition + "/" + cube.name()));
  }

  private Dataset<Row> recent(Cube cube) {
    LocalDate from = Level.QUARTER.first(night.minusDays(HISTORY_DAYS));
    return cube(cube)
        .filter(Cells.MONTH.col().geq(from.toString().substring(0, 7)))
        .filter(Cells.PERIOD.col().geq(lit(from)));
  }

  private Dataset<Row> at(Cube cube, Span span) {
    return cube(cube)
        .filter(Cells.MONTH.col().equalTo(span.first().toString().substring(0, 7)))
        .filter(level().equalTo(span.level().id()))
        .filter(Cells.PERIOD.col().equalTo(lit(span.first())));
  }

  private static Column grouping(String name) {
    return Cells.GROUPING.col().equalTo(name);
  }

  private static Column level() {
    return col(Cells.LEVEL.column());
  }

  private static Span span(Row row) {
    String level = row.getAs(Cells.LEVEL.column());
    java.sql.Date first = row.getAs(Cells.PERIOD.column());
    return new Span(Level.valueOf(level.toUpperCase(Locale.ROOT)), first.toLocalDate());
  }

  private static CellState state(Row row) {
    String state = row.getAs(Cells.STATE.column());
    return CellState.valueOf(state.toUpperCase(Locale.ROOT));
  }

  private static long count(Row row, Measure measure) {
    int at = row.fieldIndex(measure.name());
    return row.isNullAt(at) ? 0 : row.getLong(at);
  }

  private static OptionalDouble number(Row row, Measure measure) {
    int at = row.fieldIndex(measure.name());
    return row.isNullAt(at)
        ? OptionalDouble.empty()
        : OptionalDouble.of(((Number) row.get(at)).doubleValue());
  }

  private static String text(Row row, Measure measure) {
    int at = row.fieldIndex(measure.name());
    return row.isNullAt(at) ? "" : row.getString(at);
  }
}
