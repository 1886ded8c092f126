package org.credence.jobs.cubes;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.credence.cubes.Dimension;
import org.credence.lake.Mentions;
import org.credence.lake.Parts;
import org.credence.lake.Posts;

/**
 * What the models made of the public's original posts of one day in one language.
 *
 * @param weight voices in millionths, which the sums of posteriors are weighted by
 */
record ScoredDay(
    LocalDate day,
    String language,
    long scored,
    long unscored,
    long weight,
    long negative,
    long positive) {

  /** All languages that have no model of their own. */
  static final String OTHER = "other";

  /**
   * @param languages told apart, all others are taken together
   * @return a row a day and language: few, however many posts there are
   */
  static List<ScoredDay> of(
      Dataset<Row> parts, List<String> languages, LocalDate from, LocalDate to) {
    Column language =
        when(Mentions.LANGUAGE.col().isInCollection(languages), Mentions.LANGUAGE.col())
            .otherwise(lit(OTHER));
    return parts
        .filter(Posts.DAY.col().geq(lit(from)).and(Posts.DAY.col().leq(lit(to))))
        .filter(Parts.SUBJECT.col().equalTo(Dimension.ALL))
        .groupBy(unix_date(Posts.DAY.col()), language)
        .agg(
            sum(Parts.SCORED.col()),
            sum(Parts.UNSCORED.col()),
            sum(Parts.WEIGHT.col()),
            sum(Parts.NEGATIVE.col()),
            sum(Parts.POSITIVE.col()))
        .collectAsList()
        .stream()
        .map(
            row ->
                new ScoredDay(
                    LocalDate.ofEpochDay(row.getInt(0)),
                    row.getString(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6)))
        .toList();
  }

  ScoredDay plus(ScoredDay other, String together) {
    return new ScoredDay(
        day,
        together,
        scored + other.scored,
        unscored + other.unscored,
        weight + other.weight,
        negative + other.negative,
        positive + other.positive);
  }

  long posts() {
    return scored + unscored;
  }

  double unscoredShare() {
    return (double) unscored / posts();
  }

  /** Mean posterior of positive less that of negative. */
  double net() {
    return (double) (positive - negative) / weight;
  }
}
