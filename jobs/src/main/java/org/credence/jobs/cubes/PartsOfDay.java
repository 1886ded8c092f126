package org.credence.jobs.cubes;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.credence.lake.Field;
import org.credence.lake.Mentions;
import org.credence.lake.Parts;
import org.credence.lake.Parts.Delivered;
import org.credence.lake.Posts;
import org.credence.statistics.FixedPoint;

/** Sums the mentions of whole days to parts. Pure. */
final class PartsOfDay {

  private static final Column ZERO = lit(0L);
  private static final Column[] GRAIN = {
    Posts.DAY.col(),
    Mentions.BRAND.col(),
    Mentions.VOICE.col(),
    Mentions.LANGUAGE.col(),
    Posts.NETWORK.col(),
    Posts.PLATFORM.col(),
    Parts.SUBJECT.col()
  };

  private PartsOfDay() {}

  /**
   * @param mentions all of some days: an author's weight depends on everything he said that day
   */
  static Dataset<Row> of(Dataset<Row> mentions, PartRules rules) {
    Dataset<Row> weighed = Weights.weigh(mentions, rules.bots());
    Dataset<Row> bySubject =
        weighed.withColumn(Parts.SUBJECT.column(), explode(Subjects.byDay(rules.clusters())));
    List<Column> sums = sums();
    Dataset<Row> parts =
        bySubject
            .groupBy(GRAIN)
            .agg(sums.get(0), sums.subList(1, sums.size()).toArray(Column[]::new));
    return Parts.TABLE.conform(parts);
  }

  private static List<Column> sums() {
    Column repost = Kind.isRepost();
    Column judged = Weights.IS_PUBLIC.and(not(repost));
    Column human = judged.and(not(Weights.BOT));
    Column scored = Mentions.NEGATIVE.col().isNotNull();
    List<Column> sums = new ArrayList<>();
    sums.add(count(lit(1)).as(Parts.POSTS.column()));
    sums.add(number(not(repost), Parts.ORIGINALS));
    sums.add(number(repost, Parts.REPOSTS));
    sums.add(number(Kind.isAnswer(), Parts.REPLIES));
    sums.add(number(judged.and(Weights.BOT), Parts.BOTS));
    sums.add(number(human.and(not(scored)), Parts.UNSCORED));
    sums.add(number(human.and(scored), Parts.SCORED));
    for (Delivered response : Parts.DELIVERED) {
      // A repost carries the responses to what it repeats.
      Column own = when(not(repost), response.total().col());
      sums.add(sum(own).as(response.total().column()));
      sums.add(count(own).as(response.posts().column()));
    }
    sums.add(coalesce(sum(Weights.WEIGHT), ZERO).as(Parts.WEIGHT.column()));
    sums.add(weighted(Mentions.NEGATIVE, Parts.NEGATIVE));
    sums.add(weighted(Mentions.POSITIVE, Parts.POSITIVE));
    Column unknown = when(human, Mentions.UNKNOWN.col());
    sums.add(sum(unknown).as(Parts.UNKNOWN.column()));
    sums.add(count(unknown).as(Parts.UNKNOWN_OF.column()));
    sums.add(
        EvidenceOf.of(
                Weights.WEIGHT,
                Mentions.NEGATIVE.col(),
                Mentions.POSITIVE.col(),
                Posts.AUTHOR_KEY.col().isNull())
            .as(Parts.EVIDENCE.column()));
    sums.add(
        AuthorsOf.of(
                when(Weights.IS_PUBLIC, Posts.AUTHOR_KEY.col()),
                Kind.acts(),
                Weights.WEIGHT,
                Mentions.NEGATIVE.col(),
                Mentions.POSITIVE.col())
            .as(Parts.AUTHORS.column()));
    sums.add(
        array_sort(collect_set(when(Weights.WEIGHT.isNotNull(), Mentions.MODEL.col())))
            .as(Parts.MODELS.column()));
    return sums;
  }

  private static Column number(Column condition, Field name) {
    return sum(when(condition, lit(1L)).otherwise(ZERO)).as(name.column());
  }

  /** The same rounding as {@link FixedPoint#times}. */
  private static Column weighted(Field posterior, Field name) {
    Column product = Weights.WEIGHT.multiply(posterior.col());
    Column ppm =
        org.apache.spark.sql.functions.floor(
            product.plus(lit(FixedPoint.ONE / 2)).divide(lit(FixedPoint.ONE)));
    return coalesce(sum(ppm), ZERO).as(name.column());
  }
}
