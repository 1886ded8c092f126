package org.credence.jobs.ingest;

import static org.apache.spark.sql.functions.lit;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.credence.archive.AuthorKey;
import org.credence.lake.Lake;
import org.credence.lake.Posts;
import org.credence.lake.ScrubbedPlaces;

/**
 * Takes the places out of posts that notices scrub: of the batch, of the lake, and of whatever
 * comes later. Reads all posts, and only when a notice says something new. Rows have platform, key
 * and id of the last post as {@link ScrubbedPlaces#TABLE} has them.
 *
 * @param known of this batch and of those before
 * @param due those that the posts of the lake may not show yet
 * @param fresh those that the lake has not heard of
 */
record Scrubbing(Lake lake, AuthorKey key, Batch.Found known, Batch.Found due, Batch.Found fresh) {

  /**
   * @param scrubs whether the records hold such notices
   * @param again whether rows of these records may be in the lake already
   */
  static Scrubbing of(
      Lake lake, AuthorKey key, Dataset<Row> records, boolean scrubs, boolean again) {
    Dataset<Row> before =
        lake.read(ScrubbedPlaces.TABLE)
            .select(Posts.PLATFORM.col(), ScrubbedPlaces.KEY.col(), ScrubbedPlaces.UP_TO.col());
    Batch.Found none = new Batch.Found(before.limit(0), 0);
    if (!scrubs) {
      boolean any = lake.snapshot(ScrubbedPlaces.TABLE).isPresent();
      return new Scrubbing(lake, key, any ? Batch.Found.of(before) : none, none, none);
    }
    Batch.Found noticed = Batch.Found.of(Scrubs.noticed(records, key));
    Batch.Found fresh = Batch.Found.of(noticed.rows().except(before));
    Batch.Found known = Batch.Found.of(before.union(fresh.rows()));
    return new Scrubbing(lake, key, known, again ? noticed : fresh, fresh);
  }

  /** The records, without what notices took out of them. */
  Dataset<Row> applied(Dataset<Row> records) {
    return known.none() ? records : Scrubs.applied(records, known.rows(), key);
  }

  /** For later deliveries, before anything else: whatever a crash leaves, no place comes back. */
  void remember(Commits commits) {
    if (!fresh.none()) {
      commits.scrubs(fresh.rows());
    }
  }

  /** Takes them out of the posts that are there. No figure is made of places: no day changes. */
  PostChanges posts(Commits commits) {
    if (due.none()) {
      return PostChanges.NONE;
    }
    Dataset<Row> reached =
        Scrubs.reached(lake.read(Posts.TABLE), due.rows(), key)
            .withColumn(Lake.DELETED.column(), lit(false))
            .localCheckpoint();
    long count = reached.count();
    if (count > 0) {
      SortedSet<LocalDate> days =
          new TreeSet<>(
              reached.select(Posts.DAY.col()).distinct().as(Encoders.LOCALDATE()).collectAsList());
      commits.scrub(PostRows.CHANGES.conform(reached), days, count);
    }
    return new PostChanges(0, count, 0, Collections.emptySortedSet());
  }
}
