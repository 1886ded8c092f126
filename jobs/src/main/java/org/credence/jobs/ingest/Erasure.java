package org.credence.jobs.ingest;

import static org.apache.spark.sql.functions.lit;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.credence.jobs.Night;
import org.credence.lake.DayRanges;
import org.credence.lake.ErasedOnRequest;
import org.credence.lake.Erasures;
import org.credence.lake.Lake;
import org.credence.lake.Notes;
import org.credence.lake.PostDays;
import org.credence.lake.Posts;
import org.credence.lake.RejectedRecords;
import org.credence.lake.ScrubbedPlaces;
import org.credence.lake.WaitingReplies;

/**
 * Takes authors and posts out of the tables, and sees to it that they do not come back. Reads all
 * posts. Bytes that are left in files go with the upkeep after it.
 */
final class Erasure {

  private static final List<org.credence.lake.Field> POST = List.of(Posts.PLATFORM, Posts.POST_ID);

  private final Night night;
  private final Lake lake;
  private final long batch;

  Erasure(Night night, long batch) {
    this.night = night;
    this.lake = night.lake();
    this.batch = batch;
  }

  /**
   * @param named platform, kind and the keyed hash itself as key
   */
  PostChanges of(Dataset<Row> named) {
    Dataset<Row> erased = Requested.names(lake.read(Posts.TABLE), named).localCheckpoint();
    Dataset<Row> reached =
        Requested.reached(lake.read(Posts.TABLE), erased, night.authorKey())
            .select(
                Posts.PLATFORM.col(),
                Posts.POST_ID.col(),
                Posts.DAY.col(),
                Posts.FIRST_FILE.col(),
                Posts.THREAD_ID.col())
            .localCheckpoint();
    remember(named, erased, reached);
    forgetScrubs(erased);
    PostChanges changes = change(reached, redacted(erased, reached));
    forgetExcerpts();
    return changes;
  }

  /** Tombstones first: whatever a crash leaves, nobody comes back. */
  private void remember(Dataset<Row> named, Dataset<Row> erased, Dataset<Row> reached) {
    lake.ensure(ErasedOnRequest.TABLE);
    lake.ensure(Erasures.TABLE);
    Dataset<Row> keyed =
        reached
            .withColumn(Erasures.POST_KEY.column(), Tombstones.postKey(night.authorKey()))
            .localCheckpoint();
    Dataset<Row> names =
        erased.union(
            keyed.select(
                Posts.PLATFORM.col(),
                lit(ErasedOnRequest.POST).as(ErasedOnRequest.KIND.column()),
                Requested.hidden(Erasures.POST_KEY.col())));
    String[] name = {
      Posts.PLATFORM.column(), ErasedOnRequest.KIND.column(), ErasedOnRequest.KEY.column()
    };
    append(
        ErasedOnRequest.TABLE,
        names.distinct().join(lake.read(ErasedOnRequest.TABLE), name, "left_anti"));
    Dataset<Row> unknown =
        named
            .filter(ErasedOnRequest.KIND.col().equalTo(ErasedOnRequest.POST))
            .select(Posts.PLATFORM.col(), ErasedOnRequest.KEY.col().as(Erasures.POST_KEY.column()))
            .join(keyed, Erasures.POST_KEY.column(), "left_anti")
            .withColumn(Erasures.FIRST_FILE.column(), lit(null).cast(DataTypes.StringType));
    Dataset<Row> tombstones =
        keyed
            .select(Posts.PLATFORM.col(), Erasures.POST_KEY.col(), Posts.FIRST_FILE.col())
            .unionByName(unknown)
            .join(lake.read(Erasures.TABLE), Erasures.POST_KEY.column(), "left_anti");
    append(
        Erasures.TABLE,
        tombstones.select(
            Posts.PLATFORM.col(), Erasures.POST_KEY.col(), Erasures.FIRST_FILE.col()));
  }

  private void append(org.credence.lake.Table table, Dataset<Row> rows) {
    Dataset<Row> fresh = rows.withColumn(Posts.BATCH.column(), lit(batch)).localCheckpoint();
    if (!fresh.isEmpty()) {
      lake.append(table, fresh.coalesce(1), notes());
    }
  }

  private PostChanges change(Dataset<Row> reached, Dataset<Row> redacted) {
    long removed = reached.count();
    long replaced = redacted.count();
    if (removed + replaced == 0) {
      return PostChanges.NONE;
    }
    SortedSet<LocalDate> days = new TreeSet<>(days(reached));
    days.addAll(days(redacted));
    PostIndex index = new PostIndex(lake);
    forget(index, reached, removed);
    Map<String, String> notes = new HashMap<>(notes());
    if (index.isCurrent()) {
      notes.put(Notes.INDEXED, "true");
    }
    notes.put(Notes.DAYS, DayRanges.format(days));
    notes.put(Notes.REPLACED, "true");
    notes.put(Notes.ERASED, String.valueOf(removed + replaced));
    String bounded = DayRanges.condition("t." + Posts.DAY, days);
    Dataset<Row> changes =
        PostRows.CHANGES
            .conform(PostRows.deletions(reached))
            .union(PostRows.CHANGES.conform(redacted));
    lake.merge(Posts.TABLE, changes, POST, bounded, notes);
    return new PostChanges(0, replaced, removed, days);
  }

  /**
   * Out of the indices first: a request that a crash has cut off is done again before anything is
   * looked up, and knows the posts by their authors.
   */
  private void forget(PostIndex index, Dataset<Row> reached, long removed) {
    if (removed == 0) {
      return;
    }
    Commits commits = new Commits(lake, batch, 1);
    if (!index.isEmpty()) {
      Batch.Found places = new Batch.Found(PostDays.of(reached), removed);
      commits.forget(PostDays.TABLE, places, PostIndex.ranges(reached), removed);
    }
    if (lake.snapshot(WaitingReplies.TABLE).isPresent()) {
      Batch.Found waiting = Batch.Found.of(ThreadSearch.mayWait(reached));
      commits.forget(WaitingReplies.TABLE, waiting, IdRanges.of(waiting.rows()), removed);
    }
  }

  private static List<LocalDate> days(Dataset<Row> rows) {
    return rows.select(Posts.DAY.col()).distinct().as(Encoders.LOCALDATE()).collectAsList();
  }

  /** Posts of other people that name an erased author, as they may stand. */
  private Dataset<Row> redacted(Dataset<Row> erased, Dataset<Row> reached) {
    Redaction redaction = Redaction.of(erased, night.authorKey());
    String[] post = {Posts.PLATFORM.column(), Posts.POST_ID.column()};
    return lake.read(Posts.TABLE)
        .filter(Posts.TEXT.col().notEqual(redaction.text()))
        .join(reached.select(Posts.PLATFORM.col(), Posts.POST_ID.col()), post, "left_anti")
        .withColumn(Posts.TEXT.column(), redaction.text())
        .withColumn(Posts.BATCH.column(), lit(batch))
        .withColumn(Lake.DELETED.column(), lit(false))
        .localCheckpoint();
  }

  /** Nothing of theirs comes any more out of which a place must be kept. */
  private void forgetScrubs(Dataset<Row> erased) {
    Dataset<Row> scrubs = lake.read(ScrubbedPlaces.TABLE);
    String mark = "erased_mark";
    String[] name = {Posts.PLATFORM.column(), mark};
    Dataset<Row> left =
        scrubs
            .withColumn(mark, ErasedOnRequest.hidden(ScrubbedPlaces.KEY.col()))
            .join(
                erased.select(Posts.PLATFORM.col(), ErasedOnRequest.KEY.col().as(mark)),
                name,
                "left_anti")
            .drop(mark)
            .localCheckpoint();
    long gone = scrubs.count() - left.count();
    if (gone > 0) {
      Map<String, String> notes = new HashMap<>(notes());
      notes.put(Notes.ERASED, String.valueOf(gone));
      lake.replaceAll(ScrubbedPlaces.TABLE, ScrubbedPlaces.TABLE.conform(left), notes);
    }
  }

  /** A record that could not be read may be of anybody. */
  private void forgetExcerpts() {
    Dataset<Row> rejected = lake.read(RejectedRecords.TABLE);
    if (!rejected.filter(RejectedRecords.EXCERPT.col().isNotNull()).isEmpty()) {
      Dataset<Row> without =
          rejected.withColumn(
              RejectedRecords.EXCERPT.column(), lit(null).cast(DataTypes.StringType));
      lake.replaceAll(RejectedRecords.TABLE, without, notes());
    }
  }

  private Map<String, String> notes() {
    return Map.of(Notes.BATCH, String.valueOf(batch));
  }
}
