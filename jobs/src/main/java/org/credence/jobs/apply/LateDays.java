package org.credence.jobs.apply;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.credence.lake.Eras;
import org.credence.lake.Eras.Era;
import org.credence.lake.Posts;

/**
 * What scores the posts of each day that has some to score: the methodology of the day, so that no
 * day is mixed. Where that can't be repeated the whole day is scored by the present one, unless the
 * texts of its other posts have gone: then only what is late is.
 *
 * @param scorers by the eras whose days they score; all other days by the present one
 * @param restated days that change to the present methodology
 * @param eras once that is done
 */
record LateDays(
    Map<Broadcast<PostScorer>, Column> scorers,
    Broadcast<PostScorer> present,
    SortedSet<LocalDate> restated,
    Eras eras) {

  /**
   * @param days with posts to score
   * @param textGone day before which texts have gone
   */
  static LateDays of(
      SortedSet<LocalDate> days, Eras eras, Scorers scorers, Optional<LocalDate> textGone) {
    Map<Broadcast<PostScorer>, Column> former = new LinkedHashMap<>();
    SortedSet<LocalDate> restated = new TreeSet<>();
    for (Era era : eras.list()) {
      List<LocalDate> its =
          days.stream()
              .filter(day -> !day.isBefore(era.first()) && day.isBefore(era.end()))
              .toList();
      if (its.isEmpty() || scorers.isNow(era.methodology())) {
        continue;
      }
      Optional<Broadcast<PostScorer>> scorer = scorers.of(era.methodology());
      if (scorer.isPresent()) {
        former.merge(scorer.get(), isOf(era), Column::or);
      } else {
        its.stream().filter(day -> textGone.filter(day::isBefore).isEmpty()).forEach(restated::add);
      }
    }
    return new LateDays(
        former, scorers.present(), restated, eras.but(restated, scorers.now().id()));
  }

  private static Column isOf(Era era) {
    Column before =
        era.end().equals(LocalDate.MAX) ? lit(true) : Posts.DAY.col().lt(lit(era.end()));
    return era.first().equals(LocalDate.MIN)
        ? before
        : before.and(Posts.DAY.col().geq(lit(era.first())));
  }

  /** Whether whole days change their methodology. */
  boolean restates() {
    return !restated.isEmpty();
  }

  /** Whether a post is of such a day. */
  Column isRestated() {
    return restated.isEmpty() ? lit(false) : Posts.DAY.col().isInCollection(restated);
  }

  /** Mentions of posts of these days. */
  Dataset<Row> mentions(Dataset<Row> posts) {
    Column former = scorers.values().stream().reduce(Column::or).orElse(lit(false));
    Dataset<Row> mentions =
        scorers.isEmpty()
            ? Scoring.mentions(posts, present)
            : Scoring.mentions(posts.filter(not(former)), present);
    for (Map.Entry<Broadcast<PostScorer>, Column> its : scorers.entrySet()) {
      mentions = mentions.unionByName(Scoring.mentions(posts.filter(its.getValue()), its.getKey()));
    }
    return mentions;
  }
}
