package org.credence.jobs.ingest;

import static org.apache.spark.sql.functions.expr;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.credence.lake.DayRanges;
import org.credence.lake.Lake;
import org.credence.lake.Notes;
import org.credence.lake.PostDays;
import org.credence.lake.Posts;

/**
 * Finds posts of the lake by their ids, without a look at the days on which none of them stands.
 *
 * <p>A post is written to the index before it is written to the posts, and leaves it after it has
 * left them. So whatever a crash leaves, the index has every post, and the batch that is taken
 * again takes out what is too much.
 */
record PostIndex(Lake lake) {

  static final Column[] PLACE_COLUMNS = {
    Posts.PLATFORM.col(), Posts.POST_ID.col(), Posts.DAY.col()
  };

  private static final String[] PLACE = {
    Posts.PLATFORM.column(), Posts.POST_ID.column(), Posts.DAY.column()
  };

  private static final String[] POST = {Posts.PLATFORM.column(), Posts.POST_ID.column()};

  /** Makes the index anew when a release that did not know it has written posts. */
  void bringUpToDate() {
    Optional<Lake.Commit> posts = newest();
    if (posts.isEmpty() || isCurrent()) {
      return;
    }
    lake.ensure(PostDays.TABLE);
    lake.replaceAll(
        PostDays.TABLE,
        PostDays.of(lake.read(Posts.TABLE)).sort(PostDays.ID_ORDER.col()),
        Map.of(Notes.POSTS, String.valueOf(posts.get().snapshot())));
  }

  /** Whether every post of the lake is in the index. */
  boolean isCurrent() {
    return newest().map(posts -> !isEmpty() && knows(posts)).orElse(true);
  }

  private boolean knows(Lake.Commit posts) {
    return posts.notes().containsKey(Notes.INDEXED)
        || lake.note(PostDays.TABLE, Notes.POSTS)
            .filter(String.valueOf(posts.snapshot())::equals)
            .isPresent();
  }

  /** The newest commit of a batch: others, such as those for the age of texts, add nothing. */
  private Optional<Lake.Commit> newest() {
    return lake.commits(Posts.TABLE).stream()
        .filter(commit -> commit.notes().containsKey(Notes.BATCH))
        .findFirst();
  }

  boolean isEmpty() {
    return lake.snapshot(PostDays.TABLE).isEmpty();
  }

  /** Where the ids of a batch lie. */
  static IdRanges ranges(Dataset<Row> named) {
    return IdRanges.of(named.select(PostDays.order(Posts.POST_ID).as(PostDays.ID_ORDER.column())));
  }

  /**
   * Rows of {@link PostDays#TABLE} for posts that a batch names.
   *
   * @param ranges that hold their ids
   */
  Dataset<Row> places(Dataset<Row> named, IdRanges ranges) {
    return lake.read(PostDays.TABLE)
        .filter(ranges.condition(PostDays.ID_ORDER.column()))
        .join(named.select(Posts.PLATFORM.col(), Posts.POST_ID.col()), POST, "left_semi")
        .distinct();
  }

  /**
   * The posts that stand at some places.
   *
   * @param places rows of {@link PostDays#TABLE}, on as many days as the lake has at most
   */
  Dataset<Row> posts(Batch.Found places) {
    List<LocalDate> days =
        places.rows().select(Posts.DAY.col()).distinct().as(Encoders.LOCALDATE()).collectAsList();
    SortedSet<LocalDate> sorted = new TreeSet<>(days);
    return lake.read(Posts.TABLE)
        .filter(expr(DayRanges.condition(Posts.DAY.column(), sorted)))
        .join(places.side().select(PLACE_COLUMNS), PLACE, "left_semi");
  }

  /** Places of posts that a batch writes and the index lacks. Pure. */
  static Dataset<Row> fresh(Dataset<Row> written, Batch.Found places) {
    Dataset<Row> rows = PostDays.of(written);
    return places.none() ? rows : rows.join(places.side(), PLACE, "left_anti");
  }

  /**
   * Places at which no post stands any more. Pure.
   *
   * @param standing platform, id and day of the posts at these places, and maybe of others
   */
  static Dataset<Row> gone(Batch.Found places, Dataset<Row> standing) {
    return places.rows().join(standing, PLACE, "left_anti");
  }
}
