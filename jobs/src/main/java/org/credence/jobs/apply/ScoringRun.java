package org.credence.jobs.apply;

import static org.apache.spark.sql.functions.expr;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.credence.jobs.Night;
import org.credence.jobs.apply.ApplyResult.Scope;
import org.credence.lake.DayRanges;
import org.credence.lake.Lake;
import org.credence.lake.Mentions;
import org.credence.lake.Notes;
import org.credence.lake.Posts;

/** Brings the mentions up to the posts, in one commit. */
record ScoringRun(Night night, String methodology, Broadcast<PostScorer> scorer) {

  ApplyResult score(Backlog backlog) {
    if (backlog instanceof Backlog.Everything all) {
      return everything(all);
    }
    if (backlog instanceof Backlog.Batches some) {
      return some.replaced() ? changed(some) : added(some);
    }
    return ApplyResult.nothing(methodology);
  }

  private ApplyResult everything(Backlog.Everything all) {
    night.progress().step("scoring all posts");
    Column batches = batches(0, all.upTo());
    Dataset<Row> posts = posts(batches);
    Optional<LocalDate> gone = lake().marked(Posts.TABLE, Notes.TEXT_GONE);
    Dataset<Row> mentions =
        gone.map(day -> older(day).unionByName(mentions(posts.filter(Posts.DAY.col().geq(day)))))
            .orElseGet(() -> mentions(posts));
    lake().replaceAll(Mentions.TABLE, mentions, notes(all.upTo(), allDays()));
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

  private ApplyResult added(Backlog.Batches some) {
    night.progress().step("scoring new posts");
    Column batches = batches(some.after(), some.upTo());
    Dataset<Row> posts = posts(batches);
    lake().append(Mentions.TABLE, mentions(posts), notes(some.upTo(), some.days()));
    return result(Scope.NEW, posts, batches);
  }

  private ApplyResult changed(Backlog.Batches some) {
    night.progress().step("scoring new and changed posts");
    Column batches = batches(some.after(), some.upTo());
    Dataset<Row> posts = posts(batches);
    Column touched = expr(DayRanges.condition(Posts.DAY.column(), some.days()));
    Dataset<Row> old = lake().read(Mentions.TABLE).filter(touched);
    Dataset<Row> unchanged = posts(batches(0, some.after())).filter(touched);
    // Twice in the plan: as rows to write, and to know which old ones they replace.
    Dataset<Row> scored = mentions(posts).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      lake()
          .merge(
              Mentions.TABLE,
              Replacement.changes(scored, old, unchanged),
              Replacement.KEYS,
              DayRanges.condition("t." + Posts.DAY, some.days()),
              notes(some.upTo(), some.days()));
    } finally {
      scored.unpersist();
    }
    return result(Scope.CHANGED, posts, batches);
  }

  private ApplyResult result(Scope scope, Dataset<Row> posts, Column batches) {
    Dataset<Row> written = lake().read(Mentions.TABLE).filter(batches);
    return ApplyResult.of(scope, posts.count(), written, methodology);
  }

  private Dataset<Row> posts(Column condition) {
    return lake().read(Posts.TABLE).filter(condition);
  }

  private Dataset<Row> mentions(Dataset<Row> posts) {
    return Scoring.mentions(posts, scorer);
  }

  /** The days of all posts, and of mentions whose posts are gone. */
  private SortedSet<LocalDate> allDays() {
    return new TreeSet<>(
        lake()
            .read(Posts.TABLE)
            .select(Posts.DAY.col())
            .union(lake().read(Mentions.TABLE).select(Posts.DAY.col()))
            .distinct()
            .as(Encoders.LOCALDATE())
            .collectAsList());
  }

  private Map<String, String> notes(long batch, Collection<LocalDate> days) {
    return Map.of(
        Notes.BATCH, String.valueOf(batch),
        Notes.DAYS, DayRanges.format(days),
        Notes.METHODOLOGY, methodology);
  }

  private static Column batches(long after, long upTo) {
    return Posts.BATCH.col().gt(after).and(Posts.BATCH.col().leq(upTo));
  }

  private Lake lake() {
    return night.lake();
  }
}
