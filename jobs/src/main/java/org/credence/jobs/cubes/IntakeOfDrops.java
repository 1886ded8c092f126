package org.credence.jobs.cubes;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.credence.cubes.Edition;
import org.credence.cubes.Intake;
import org.credence.lake.Posts;
import org.credence.settings.AuditSettings;

/** Counts the posts of the new drops that lack a field; of older ones the edition before knows. */
final class IntakeOfDrops {

  private IntakeOfDrops() {}

  /** By night and source, of the weeks that are looked back. */
  static SortedMap<LocalDate, SortedMap<String, Intake>> of(
      Dataset<Row> posts,
      Optional<Edition> before,
      LocalDate firstNew,
      LocalDate night,
      AuditSettings settings) {
    LocalDate oldest = night.minusWeeks(settings.historyWeeks());
    SortedMap<LocalDate, SortedMap<String, Intake>> intake = new TreeMap<>();
    before.ifPresent(
        edition ->
            edition.intake().forEach((day, sources) -> intake.put(LocalDate.parse(day), sources)));
    LocalDate from = intake.isEmpty() ? oldest : firstNew;
    SortedMap<LocalDate, SortedMap<String, Intake>> kept =
        new TreeMap<>(intake.subMap(oldest, from.isBefore(oldest) ? oldest : from));
    for (Row row : counted(posts, from, night).collectAsList()) {
      kept.computeIfAbsent(LocalDate.ofEpochDay(row.getInt(1)), any -> new TreeMap<>())
          .put(
              row.getString(0),
              new Intake(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)));
    }
    return kept;
  }

  /** A file holds few drops and knows the first and last of them, so old ones are not opened. */
  private static Dataset<Row> counted(Dataset<Row> posts, LocalDate from, LocalDate to) {
    Column responses =
        coalesce(
            Posts.LIKES.col(),
            Posts.REACTIONS.col(),
            Posts.SHARES.col(),
            Posts.COMMENTS.col(),
            Posts.VIEWS.col());
    return posts
        .filter(Posts.DROP.col().geq(lit(from)).and(Posts.DROP.col().leq(lit(to))))
        .groupBy(Posts.SOURCE.col(), unix_date(Posts.DROP.col()))
        .agg(
            count(lit(1)),
            lacking(Posts.AUTHOR_KEY.col()),
            lacking(Posts.LANGUAGE.col()),
            lacking(responses));
  }

  private static Column lacking(Column value) {
    return count(when(value.isNull(), lit(1)));
  }
}
