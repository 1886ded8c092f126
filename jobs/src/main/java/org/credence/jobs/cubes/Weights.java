package org.credence.jobs.cubes;

import static org.apache.spark.sql.functions.asc_nulls_first;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.dense_rank;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.credence.lake.Mentions;
import org.credence.lake.Posts;
import org.credence.settings.CredenceSettings.Bots;
import org.credence.statistics.FixedPoint;

/**
 * How much a mention weighs: an author has one voice a day for a brand, split evenly over his
 * eligible mentions. Whoever repeats a few texts many times that day is a likely bot.
 */
final class Weights {

  /** In millionths; null for a mention outside the estimand. */
  static final Column WEIGHT = col("_weight");

  static final Column BOT = col("_bot");
  static final Column IS_PUBLIC = Mentions.VOICE.col().equalTo("public");

  private static final Column PERSON = col("_person");
  private static final Column TEXT_RANK = col("_text_rank");

  private Weights() {}

  /** Adds {@link #BOT} and {@link #WEIGHT}, in one shuffle. */
  static Dataset<Row> weigh(Dataset<Row> mentions, Bots bots) {
    // A post without an author is a voice of its own.
    Column person =
        coalesce(
            Posts.AUTHOR_KEY.col(), concat(Posts.PLATFORM.col(), lit(":"), Posts.POST_ID.col()));
    WindowSpec day = Window.partitionBy(Posts.DAY.col(), Mentions.BRAND.col(), PERSON);
    WindowSpec byText = day.orderBy(asc_nulls_first(Mentions.TEXT_DIGEST.column()));
    return mentions
        .withColumn(PERSON.toString(), person)
        .withColumn(TEXT_RANK.toString(), dense_rank().over(byText))
        .withColumn(BOT.toString(), bot(day, bots))
        .withColumn(WEIGHT.toString(), weight(day));
  }

  /** A text too short to be compared counts as one of its own. */
  private static Column bot(WindowSpec day, Bots bots) {
    Column mentions = count(lit(1)).over(day);
    Column short_ = mentions.minus(count(Mentions.TEXT_DIGEST.col()).over(day));
    Column ranks = max(TEXT_RANK).over(day);
    Column texts = ranks.plus(short_).minus(when(short_.gt(0), lit(1)).otherwise(lit(0)));
    long share = FixedPoint.of(bots.distinctTexts());
    return Posts.AUTHOR_KEY
        .col()
        .isNotNull()
        .and(IS_PUBLIC)
        .and(mentions.geq(bots.postsPerDay()))
        .and(texts.multiply(lit(FixedPoint.ONE)).leq(mentions.multiply(lit(share))));
  }

  private static Column weight(WindowSpec day) {
    Column eligible =
        IS_PUBLIC.and(not(Kind.isRepost())).and(not(BOT)).and(Mentions.NEGATIVE.col().isNotNull());
    Column number = count(when(eligible, lit(1))).over(day);
    // Half up: floor((2 × 1.0 + m) / 2m) with a whole quotient, exact in a double.
    Column share = floor(number.plus(lit(2 * FixedPoint.ONE)).divide(number.multiply(lit(2))));
    return when(eligible, share);
  }
}
