package org.credence.jobs.ingest;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.lit;
import static org.credence.jobs.ingest.Deduplication.STORED_DAY;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.credence.archive.AuthorKey;
import org.credence.lake.ErasedOnRequest;
import org.credence.lake.Erasures;
import org.credence.lake.Lake;
import org.credence.lake.PostDays;
import org.credence.lake.Posts;
import org.credence.lake.Table;

/**
 * The records of one batch and what is found out about them by asking the lake. Findings are cut
 * off from the tables that they come from: a commit to those must not change them.
 */
final class Batch {

  /** Rows up to which a side of a join goes to every executor: some 200 MB. */
  private static final long BROADCAST_ROWS = 2_000_000;

  private static final String OLD = "old";

  private static final String[] POST = {Posts.PLATFORM.column(), Posts.POST_ID.column()};

  private final Lake lake;
  private final PostIndex index;
  private final Dataset<Row> records;
  private final boolean again;
  private final long number;

  /**
   * @param records with the day, persisted
   * @param again whether rows of these records may be in the lake already
   */
  Batch(Lake lake, Dataset<Row> records, boolean again, long number) {
    this.lake = lake;
    this.index = new PostIndex(lake);
    this.records = records;
    this.again = again;
    this.number = number;
  }

  /** A table that was computed, and its size. */
  record Found(Dataset<Row> rows, long count) {

    static Found of(Dataset<Row> rows) {
      Dataset<Row> computed = rows.localCheckpoint(false);
      return new Found(computed, computed.count());
    }

    boolean none() {
      return count == 0;
    }

    /**
     * The same without what Spark has concluded from filters about the values: it can't put rows of
     * several tables together that it knows such things about.
     */
    Found plain() {
      return new Found(rows.sparkSession().createDataFrame(rows.javaRDD(), rows.schema()), count);
    }

    /** For the small side of a join. */
    Dataset<Row> side() {
      return count <= BROADCAST_ROWS ? broadcast(rows) : rows;
    }
  }

  /**
   * What was found out.
   *
   * @param places rows of {@link PostDays#TABLE}: where posts of the batch stand in the lake
   * @param ranges in which the ids of the batch lie
   * @param stored rows of {@link Deliveries#STORED}: posts of the batch that the lake has
   * @param erased rows of {@link Tombstones#ERASED}: posts of the batch that must go
   * @param removed those of stored that must go
   * @param decisions rows of {@link Deduplication#DECISIONS}
   */
  record Findings(
      Found places, IdRanges ranges, Found stored, Found erased, Found removed, Found decisions) {}

  /**
   * @param posts whether the batch has posts
   * @param notices whether it has notices
   */
  Findings find(boolean posts, boolean notices, AuthorKey key) {
    Found recurring =
        posts
            ? Found.of(Deduplication.recurring(records))
            : none(Table.of("recurring", Deliveries.KEY_HASH));
    boolean asks = (posts || notices) && !index.isEmpty();
    IdRanges ranges = asks ? PostIndex.ranges(Deliveries.named(records)) : new IdRanges(List.of());
    Found places =
        asks ? Found.of(index.places(Deliveries.named(records), ranges)) : none(PostDays.TABLE);
    Found stored = stored(places);
    Found erased = erased(notices, key);
    Found removed =
        stored.none() || erased.none()
            ? none(Deliveries.STORED)
            : Found.of(PostRows.removed(stored.rows(), erased.side()));
    return new Findings(
        places, ranges, stored, erased, removed, decisions(recurring, stored, erased));
  }

  private Found stored(Found places) {
    return places.none()
        ? none(Deliveries.STORED)
        : Found.of(Deliveries.stored(index.posts(places), again));
  }

  private Found erased(boolean notices, AuthorKey key) {
    boolean tombstones = lake.snapshot(Erasures.TABLE).isPresent();
    if (!notices && !tombstones) {
      return none(Tombstones.ERASED);
    }
    Dataset<Row> noticed = Tombstones.noticed(records);
    if (lake.snapshot(ErasedOnRequest.TABLE).isPresent()) {
      noticed =
          noticed.union(Requested.again(records, lake.read(ErasedOnRequest.TABLE), key)).distinct();
    }
    return Found.of(
        tombstones
            ? Tombstones.together(
                noticed, Tombstones.known(records, lake.read(Erasures.TABLE), key))
            : noticed);
  }

  private Found decisions(Found recurring, Found stored, Found erased) {
    Dataset<Row> hashes =
        recurring
            .rows()
            .union(stored.rows().select(Deliveries.KEY_HASH.col()))
            .union(erased.rows().select(Deliveries.keyHash()))
            .distinct();
    long most = recurring.count() + stored.count() + erased.count();
    if (most == 0) {
      return none(Deduplication.DECISIONS);
    }
    Dataset<Row> compared =
        Deliveries.of(records, again)
            .join(new Found(hashes, most).side(), Deliveries.KEY_HASH.column(), "left_semi");
    return Found.of(Deduplication.decide(compared, stored.rows(), erased.rows()));
  }

  Found none(Table table) {
    return new Found(lake.spark().createDataFrame(Collections.emptyList(), table.schema()), 0);
  }

  /** Rows of {@link Tombstones#ERASED} that are to be written. */
  Dataset<Row> tombstones(Findings findings) {
    return Found.of(
            Tombstones.changes(
                findings.erased().rows(), findings.decisions().rows(), findings.stored().rows()))
        .rows();
  }

  /** New posts. */
  Dataset<Row> added(Findings findings) {
    return PostRows.added(records, findings.decisions().side(), number);
  }

  /** Rows of {@link PostRows#CHANGES}. */
  Dataset<Row> changes(Findings findings) {
    return replaced(findings)
        .union(PostRows.CHANGES.conform(PostRows.deletions(findings.removed().rows())));
  }

  private Dataset<Row> replaced(Findings findings) {
    return PostRows.CHANGES.conform(
        PostRows.replaced(records, findings.decisions().side(), number));
  }

  /** Posts that get values. */
  Dataset<Row> written(Findings findings, Column... columns) {
    return added(findings).select(columns).union(replaced(findings).select(columns));
  }

  /** Rows of {@link Deliveries#STORED}: posts that the batch names and leaves as they are. */
  static Dataset<Row> untouched(Findings findings) {
    return findings
        .stored()
        .rows()
        .join(findings.removed().side(), POST, "left_anti")
        .join(findings.decisions().rows().filter(PostRows.replacing()), POST, "left_anti");
  }

  /** Rows of {@link PostDays#TABLE} to be added before the posts are written. */
  Found toIndex(Findings findings) {
    return Found.of(PostIndex.fresh(written(findings, PostIndex.PLACE_COLUMNS), findings.places()));
  }

  /** Rows of {@link PostDays#TABLE} to be taken out after the posts were written. */
  Found toForget(Findings findings) {
    if (findings.places().none()) {
      return none(PostDays.TABLE);
    }
    Column[] place = PostIndex.PLACE_COLUMNS;
    Dataset<Row> standing = untouched(findings).select(place).union(written(findings, place));
    return Found.of(PostIndex.gone(findings.places(), standing));
  }

  /** Days that rows come to, and those that rows leave. */
  record Days(SortedSet<LocalDate> gaining, SortedSet<LocalDate> losing) {

    SortedSet<LocalDate> all() {
      SortedSet<LocalDate> all = new TreeSet<>(gaining);
      all.addAll(losing);
      return all;
    }
  }

  /**
   * @param restated posts of the lake that get another thread
   * @param added whether there are new posts
   * @param replaced whether posts get other values
   */
  Days days(Findings findings, Found restated, boolean added, boolean replaced) {
    Dataset<Row> days =
        days(findings.removed().rows(), Posts.DAY.col(), true)
            .union(days(restated.rows(), Posts.DAY.col(), true));
    if (added) {
      days = days.union(days(added(findings), Posts.DAY.col(), false));
    }
    if (replaced) {
      Dataset<Row> before = findings.decisions().rows().filter(PostRows.replacing());
      days =
          days.union(days(replaced(findings), Posts.DAY.col(), false))
              .union(days(before, STORED_DAY.col(), true));
    }
    SortedSet<LocalDate> gaining = new TreeSet<>();
    SortedSet<LocalDate> losing = new TreeSet<>();
    for (Row row : days.distinct().collectAsList()) {
      (row.getBoolean(1) ? losing : gaining).add(row.getDate(0).toLocalDate());
    }
    return new Days(gaining, losing);
  }

  private static Dataset<Row> days(Dataset<Row> rows, Column day, boolean old) {
    return rows.select(day.as(Posts.DAY.column()), lit(old).as(OLD)).distinct();
  }
}
