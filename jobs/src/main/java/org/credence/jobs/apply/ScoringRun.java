package org.credence.jobs.apply;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.credence.jobs.Night;
import org.credence.jobs.apply.ApplyResult.Scope;
import org.credence.lake.DayRanges;
import org.credence.lake.Eras;
import org.credence.lake.Lake;
import org.credence.lake.Mentions;
import org.credence.lake.Notes;
import org.credence.lake.Posts;

/** Brings the mentions up to the posts, and says of each day what scored it. */
record ScoringRun(Night night, Scorers scorers) {

  /**
   * @param eras of the mentions as they stand
   */
  ApplyResult score(Backlog backlog, Eras eras) {
    if (backlog instanceof Backlog.Everything all) {
      return everything(all);
    }
    if (backlog instanceof Backlog.Batches some) {
      scorers.keep();
      LateDays late = LateDays.of(daysToScore(some, eras), eras, scorers, textGone());
      return some.replaced() || late.restates() ? changed(some, late) : added(some, late);
    }
    return ApplyResult.nothing(scorers.now().id());
  }

  /** A day that only lost posts needs no model, and those of old days take time to load. */
  private SortedSet<LocalDate> daysToScore(Backlog.Batches some, Eras eras) {
    boolean present = some.days().stream().allMatch(day -> scorers.isNow(eras.at(day)));
    return present
        ? some.days()
        : distinct(posts(batches(some.after(), some.upTo())).select(Posts.DAY.col()));
  }

  ApplyResult everything(Backlog.Everything all) {
    night.progress().step("scoring all posts");
    scorers.keep();
    Column batches = batches(0, all.upTo());
    Dataset<Row> posts = posts(batches);
    Optional<LocalDate> gone = textGone();
    Dataset<Row> mentions =
        gone.map(day -> older(day).unionByName(mentions(posts.filter(Posts.DAY.col().geq(day)))))
            .orElseGet(() -> mentions(posts));
    String now = scorers.now().id();
    Eras eras =
        gone.flatMap(day -> Eras.of(lake()).map(before -> before.since(day, now)))
            .orElseGet(() -> Eras.all(now));
    lake().replaceAll(Mentions.TABLE, mentions, withEras(all.upTo(), days(lit(true)), eras));
    return result(Scope.EVERYTHING, posts, batches);
  }

  /** A post without its text can't be scored again: its mentions stay as long as it does. */
  private Dataset<Row> older(LocalDate day) {
    Column[] columns = Mentions.TABLE.columns();
    String[] post = {Posts.PLATFORM.column(), Posts.POST_ID.column()};
    Column old = Posts.DAY.col().lt(day);
    Dataset<Row> posts = posts(old).select(Posts.PLATFORM.col(), Posts.POST_ID.col());
    return lake().read(Mentions.TABLE).filter(old).join(posts, post, "left_semi").select(columns);
  }

  /** Scores the posts of all days from one on again, those that were scored already. */
  ApplyResult scoreAgain(LocalDate from, Eras before) {
    night.progress().step("scoring the posts since %s again".formatted(from));
    scorers.keep();
    long upTo = Backlog.scored(lake()).orElseThrow();
    Column again = Posts.DAY.col().geq(lit(from));
    Column reached = again.and(batches(0, upTo));
    // Whole months are replaced.
    Column months = Posts.DAY.col().geq(lit(from.withDayOfMonth(1)));
    Dataset<Row> kept = lake().read(Mentions.TABLE).filter(months.and(not(again)));
    Dataset<Row> posts = posts(reached);
    Dataset<Row> mentions = Mentions.TABLE.conform(kept).unionByName(mentions(posts));
    String now = scorers.now().id();
    boolean older = !posts(not(again)).isEmpty();
    Eras eras = older ? before.since(from, now) : Eras.all(now);
    lake().replace(Mentions.TABLE, months, mentions, withEras(upTo, days(again), eras));
    return result(Scope.AGAIN, posts, reached).since(from);
  }

  private ApplyResult added(Backlog.Batches some, LateDays late) {
    night.progress().step("scoring new posts");
    Column batches = batches(some.after(), some.upTo());
    Dataset<Row> posts = posts(batches);
    lake()
        .append(Mentions.TABLE, late.mentions(posts), notes(some.upTo(), some.days(), late.eras()));
    return result(Scope.NEW, posts, batches);
  }

  private ApplyResult changed(Backlog.Batches some, LateDays late) {
    night.progress().step("scoring new and changed posts");
    Column before = batches(0, some.after());
    Column reached = batches(some.after(), some.upTo()).or(before.and(late.isRestated()));
    Dataset<Row> posts = posts(reached);
    Column touched = expr(DayRanges.condition(Posts.DAY.column(), some.days()));
    Dataset<Row> old = lake().read(Mentions.TABLE).filter(touched);
    Dataset<Row> unchanged = posts(before.and(not(late.isRestated()))).filter(touched);
    // Twice in the plan: as rows to write, and to know which old ones they replace.
    Dataset<Row> scored = late.mentions(posts).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      lake()
          .merge(
              Mentions.TABLE,
              Replacement.changes(scored, old, unchanged),
              Replacement.KEYS,
              DayRanges.condition("t." + Posts.DAY, some.days()),
              late.restates()
                  ? withEras(some.upTo(), some.days(), late.eras())
                  : notes(some.upTo(), some.days(), late.eras()));
    } finally {
      scored.unpersist();
    }
    return result(Scope.CHANGED, posts, reached);
  }

  private ApplyResult result(Scope scope, Dataset<Row> posts, Column reached) {
    Dataset<Row> written = lake().read(Mentions.TABLE).filter(reached);
    return ApplyResult.of(scope, posts.count(), written, scorers.now().id());
  }

  private Dataset<Row> posts(Column condition) {
    return lake().read(Posts.TABLE).filter(condition);
  }

  private Dataset<Row> mentions(Dataset<Row> posts) {
    return Scoring.mentions(posts, scorers.present());
  }

  /** Days with posts, or with mentions whose posts are gone. */
  private SortedSet<LocalDate> days(Column condition) {
    return distinct(
        posts(condition)
            .select(Posts.DAY.col())
            .union(lake().read(Mentions.TABLE).filter(condition).select(Posts.DAY.col())));
  }

  private static SortedSet<LocalDate> distinct(Dataset<Row> days) {
    return new TreeSet<>(days.distinct().as(Encoders.LOCALDATE()).collectAsList());
  }

  private Optional<LocalDate> textGone() {
    return lake().marked(Posts.TABLE, Notes.TEXT_GONE);
  }

  private static Map<String, String> notes(long batch, Collection<LocalDate> days, Eras eras) {
    return Map.of(
        Notes.BATCH, String.valueOf(batch),
        Notes.DAYS, DayRanges.format(days),
        Notes.METHODOLOGY, eras.current());
  }

  private static Map<String, String> withEras(long batch, Collection<LocalDate> days, Eras eras) {
    Map<String, String> notes = new HashMap<>(notes(batch, days, eras));
    notes.put(Notes.ERAS, eras.format());
    return notes;
  }

  private static Column batches(long after, long upTo) {
    return Posts.BATCH.col().gt(after).and(Posts.BATCH.col().leq(upTo));
  }

  private Lake lake() {
    return night.lake();
  }
}
