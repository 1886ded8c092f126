package org.credence.jobs.ingest;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.lit;
import static org.credence.archive.ArchiveRecords.REJECTED;
import static org.credence.archive.ArchiveRecords.VERDICT;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.credence.archive.AuthorKey;
import org.credence.lake.ContentHash;
import org.credence.lake.Coverage;
import org.credence.lake.DayRanges;
import org.credence.lake.ErasedOnRequest;
import org.credence.lake.Erasures;
import org.credence.lake.Field;
import org.credence.lake.Lake;
import org.credence.lake.Notes;
import org.credence.lake.PostDays;
import org.credence.lake.Posts;
import org.credence.lake.RejectedRecords;
import org.credence.lake.ScrubbedPlaces;
import org.credence.lake.Table;
import org.credence.lake.WaitingReplies;

/**
 * Writes one batch: rejected records, tombstones, the index of posts, posts, and coverage last.
 * Whatever a crash leaves behind, the files are not in coverage, and taking them again ends in the
 * same state.
 */
final class Commits {

  /** Note of a posts commit: days that have gained, changed or lost a post, as ranges. */
  static final String DAYS = "days";

  /** Note of a posts commit: whether it replaced or removed rows. */
  static final String REPLACED = "replaced";

  static final List<Table> BEFORE_COVERAGE =
      List.of(
          RejectedRecords.TABLE,
          ErasedOnRequest.TABLE,
          ScrubbedPlaces.TABLE,
          Erasures.TABLE,
          Posts.TABLE);

  private static final Field DIGEST = Deliveries.DIGEST;

  private final Lake lake;
  private final long batch;
  private final int files;
  private boolean wrote;

  /**
   * @param files data files that a commit of posts should leave, a month at least
   */
  Commits(Lake lake, long batch, int files) {
    this.lake = lake;
    this.batch = batch;
    this.files = files;
  }

  /** Whether the lake was already as the batch would have it. */
  boolean wroteNothing() {
    return !wrote;
  }

  /** The rejects of files that are taken for the first time. */
  void rejected(Dataset<Row> records) {
    lake.ensure(RejectedRecords.TABLE);
    lake.append(RejectedRecords.TABLE, rejects(records).coalesce(files), notes());
    wrote = true;
  }

  /**
   * The rejects of files of which rows may be there already: leaves what is the same.
   *
   * @param paths of those files, one column
   */
  void rejectedAgain(Dataset<Row> records, Dataset<Row> paths) {
    lake.ensure(RejectedRecords.TABLE);
    String[] place = {Posts.FILE.column(), Posts.LINE.column()};
    Column digest = ContentHash.row(RejectedRecords.TABLE.fields().subList(0, 6));
    Dataset<Row> now = rejects(records).withColumn(DIGEST.column(), digest);
    Dataset<Row> before =
        lake.read(RejectedRecords.TABLE)
            .join(broadcast(paths), Posts.FILE.column())
            .withColumn(DIGEST.column(), digest);
    Dataset<Row> added =
        now.join(
            before.select(Posts.FILE.col(), Posts.LINE.col(), DIGEST.col()),
            new String[] {place[0], place[1], DIGEST.column()},
            "left_anti");
    Dataset<Row> gone = before.join(now.select(place[0], place[1]), place, "left_anti");
    Table changed = RejectedRecords.TABLE.with(Lake.DELETED);
    Dataset<Row> changes =
        changed
            .conform(added.withColumn(Lake.DELETED.column(), lit(false)))
            .union(changed.conform(gone.withColumn(Lake.DELETED.column(), lit(true))))
            .localCheckpoint();
    if (!changes.isEmpty()) {
      List<Field> keys = List.of(Posts.FILE, Posts.LINE);
      lake.merge(RejectedRecords.TABLE, changes, keys, "true", notes());
      wrote = true;
    }
  }

  /** Where somebody was erased, no excerpt is kept: a record that can't be read may be theirs. */
  private Dataset<Row> rejects(Dataset<Row> records) {
    Column excerpt =
        lake.snapshot(ErasedOnRequest.TABLE).isPresent()
            ? lit(null)
            : RejectedRecords.EXCERPT.col();
    return RejectedRecords.TABLE.conform(
        records
            .filter(VERDICT.col().equalTo(REJECTED))
            .withColumn(RejectedRecords.EXCERPT.column(), excerpt)
            .withColumn(RejectedRecords.BATCH.column(), lit(batch)));
  }

  /**
   * @param changes rows of {@link Tombstones#ERASED} as they should be
   */
  void tombstones(Dataset<Row> changes, AuthorKey key) {
    lake.ensure(Erasures.TABLE);
    Dataset<Row> rows =
        changes
            .withColumn(Erasures.POST_KEY.column(), Tombstones.postKey(key))
            .withColumn(Erasures.BATCH.column(), lit(batch));
    Dataset<Row> known = rows.filter(Tombstones.KNOWN.col());
    if (!known.isEmpty()) {
      Dataset<Row> updates = known.withColumn(Lake.DELETED.column(), lit(false));
      lake.merge(Erasures.TABLE, updates, List.of(Erasures.POST_KEY), "true", notes());
      wrote = true;
    }
    Dataset<Row> fresh = rows.filter(functions.not(Tombstones.KNOWN.col()));
    if (!fresh.isEmpty()) {
      lake.append(Erasures.TABLE, fresh.coalesce(1), notes());
      wrote = true;
    }
  }

  /**
   * Replaces and removes posts: few rows, which are merged, while the many new ones are not
   * compared with the table.
   *
   * @param changes rows of {@link PostRows#CHANGES}
   * @param oldDays days in the lake of the rows that change
   */
  void change(Dataset<Row> changes, PostChanges counts, SortedSet<LocalDate> oldDays) {
    String bounded = DayRanges.condition("t." + Posts.DAY, oldDays);
    List<Field> keys = List.of(Posts.PLATFORM, Posts.POST_ID);
    Map<String, String> notes = notes(counts.days(), true);
    if (counts.removed() > 0) {
      notes.put(Notes.ERASED, String.valueOf(counts.removed()));
    }
    lake.merge(Posts.TABLE, changes, keys, bounded, notes);
    wrote = true;
  }

  /**
   * @param scrubs rows of {@link ScrubbedPlaces#TABLE} without the batch
   */
  void scrubs(Dataset<Row> scrubs) {
    lake.ensure(ScrubbedPlaces.TABLE);
    Dataset<Row> rows = scrubs.withColumn(ScrubbedPlaces.BATCH.column(), lit(batch));
    lake.append(ScrubbedPlaces.TABLE, rows.coalesce(1), notes());
    wrote = true;
  }

  /**
   * Takes the places out of posts. Nothing is scored or counted otherwise for it, so that the rows
   * stay those of their batch, and the notes name no day.
   *
   * @param cleared rows of {@link PostRows#CHANGES}
   * @param days on which they stand
   */
  void scrub(Dataset<Row> cleared, SortedSet<LocalDate> days, long count) {
    Map<String, String> notes = notes(Collections.emptySortedSet(), false);
    notes.put(Notes.ERASED, String.valueOf(count));
    List<Field> keys = List.of(Posts.PLATFORM, Posts.POST_ID);
    lake.merge(Posts.TABLE, cleared, keys, DayRanges.condition("t." + Posts.DAY, days), notes);
    wrote = true;
  }

  /**
   * Posts can be found from now on.
   *
   * @param index {@link PostDays#TABLE} or {@link WaitingReplies#TABLE}
   * @param places rows of it
   */
  void index(Table index, Batch.Found places) {
    if (!places.none()) {
      lake.ensure(index);
      Dataset<Row> sorted =
          places.rows().coalesce(files).sortWithinPartitions(PostDays.ID_ORDER.col());
      lake.append(index, sorted, notes());
      wrote = true;
    }
  }

  /**
   * Places at which no post stands, or waits, any more.
   *
   * @param index {@link PostDays#TABLE} or {@link WaitingReplies#TABLE}
   * @param places rows of it
   * @param ranges that hold their ids
   * @param erased how many of them are those of erased posts
   */
  void forget(Table index, Batch.Found places, IdRanges ranges, long erased) {
    if (!places.none()) {
      Map<String, String> notes = new HashMap<>(notes());
      if (erased > 0) {
        notes.put(Notes.ERASED, String.valueOf(erased));
      }
      lake.merge(
          index,
          places.rows().withColumn(Lake.DELETED.column(), lit(true)),
          index.fields(),
          ranges.condition("t." + PostDays.ID_ORDER),
          notes);
      wrote = true;
    }
  }

  /** Adds posts that the lake does not have. */
  void add(Dataset<Row> posts, PostChanges counts) {
    lake.ensure(Posts.TABLE);
    Dataset<Row> sorted = posts.coalesce(files).sortWithinPartitions(Posts.DAY.col());
    lake.append(Posts.TABLE, sorted, notes(counts.days(), false));
    wrote = true;
  }

  /**
   * @param before accounts of the files that are replaced
   */
  void coverage(List<FileAccount> now, Map<String, FileAccount> before) {
    List<FileAccount> changed =
        now.stream().filter(file -> !file.equals(before.get(file.taken().key()))).toList();
    if (changed.isEmpty()) {
      return;
    }
    wrote = true;
    lake.ensure(Coverage.TABLE);
    List<Row> rows = changed.stream().map(file -> file.toRow(batch)).toList();
    Dataset<Row> accounts = lake.spark().createDataFrame(rows, Coverage.TABLE.schema()).coalesce(1);
    if (changed.stream().anyMatch(file -> before.containsKey(file.taken().key()))) {
      Dataset<Row> updates = accounts.withColumn(Lake.DELETED.column(), lit(false));
      lake.merge(Coverage.TABLE, updates, List.of(Posts.FILE), "true", notes());
    } else {
      lake.append(Coverage.TABLE, accounts, notes());
    }
  }

  private Map<String, String> notes() {
    return Map.of(Ledger.BATCH, String.valueOf(batch));
  }

  private Map<String, String> notes(SortedSet<LocalDate> days, boolean replaced) {
    Map<String, String> notes = new HashMap<>(notes());
    notes.put(DAYS, DayRanges.format(days));
    notes.put(REPLACED, String.valueOf(replaced));
    notes.put(Notes.INDEXED, "true");
    return notes;
  }
}
