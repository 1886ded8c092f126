package org.credence.jobs.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.credence.jobs.ingest.ThreadLinks.NODES;
import static org.credence.jobs.ingest.ThreadLinks.REPLIES;
import static org.credence.jobs.ingest.ThreadLinks.ROOT;
import static org.credence.jobs.ingest.ThreadLinks.WAITED;
import static org.credence.jobs.ingest.ThreadLinks.WAITS;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.credence.jobs.ingest.Batch.Found;
import org.credence.lake.Field;
import org.credence.lake.Lake;
import org.credence.lake.PostDays;
import org.credence.lake.Posts;
import org.credence.lake.WaitingReplies;

/**
 * Finds the threads of a batch: of its replies, and of those in the lake that have waited for its
 * posts. Posts are read on the days of those that are answered or have waited, never on others.
 *
 * <p>Which thread a post stands in depends on the posts that are there and not on the order in
 * which they came: its own id when it answers none; that of the post it answers; the id of the
 * missing post where one is missing on the way.
 */
final class ThreadSearch {

  private static final String[] POST = {Posts.PLATFORM.column(), Posts.POST_ID.column()};
  private static final String[] MISSING = {
    Posts.PLATFORM.column(), WaitingReplies.MISSING_ID.column()
  };
  private static final String[] WAITING = {
    Posts.PLATFORM.column(), WaitingReplies.MISSING_ID.column(), Posts.POST_ID.column()
  };
  private static final Column[] NODE = {
    Posts.PLATFORM.col(), Posts.POST_ID.col(), ROOT.col(), WAITS.col()
  };
  private static final Column[] WRITTEN = {
    Posts.PLATFORM.col(),
    Posts.POST_ID.col(),
    Posts.PARENT_ID.col(),
    Posts.THREAD_ID.col(),
    Posts.SOURCE.col(),
    Posts.DAY.col()
  };

  private static final String KNOWN = "known_waits";

  private final Lake lake;
  private final PostIndex index;
  private final Batch batch;
  private final Batch.Findings findings;
  private final long number;

  ThreadSearch(Lake lake, Batch batch, Batch.Findings findings, long number) {
    this.lake = lake;
    this.index = new PostIndex(lake);
    this.batch = batch;
    this.findings = findings;
    this.number = number;
  }

  /**
   * @param replies whether the batch has replies of which the platform does not say the thread
   */
  Threads find(boolean replies) {
    boolean waits = lake.snapshot(WaitingReplies.TABLE).isPresent();
    if (!replies && !waits) {
      Found waiting = batch.none(WaitingReplies.TABLE);
      return new Threads(
          batch.none(ThreadRoots.TABLE), batch.none(PostRows.CHANGES), waiting, waiting);
    }
    Dataset<Row> written = batch.written(findings, WRITTEN);
    Dataset<Row> standing = standing(written);
    Found answering =
        replies
            ? Found.of(asReplies(written.filter(ThreadLinks.ANSWERING), lit(null)))
            : batch.none(REPLIES);
    Found fulfilled =
        waits ? Found.of(fulfilled(standing)).plain() : batch.none(WaitingReplies.TABLE);
    Found led = led(fulfilled);
    Found nodes = nodes(answered(answering, standing), led, standing);
    Found known =
        waits
            ? Found.of(known(answering, nodes, fulfilled)).plain()
            : batch.none(WaitingReplies.TABLE);
    return threads(answering, led, waiting(nodes, known), fulfilled, known);
  }

  private Threads threads(Found answering, Found led, Found nodes, Found fulfilled, Found known) {
    Dataset<Row> following = answering.rows();
    if (!led.none()) {
      following = following.union(ThreadLinks.anchored(led.rows(), nodes.side()));
    }
    Found links =
        answering.none() && led.none()
            ? batch.none(ThreadLinks.LINKS)
            : Found.of(ThreadLinks.of(following, nodes.side()));
    Found roots = links.none() ? batch.none(ThreadRoots.TABLE) : Found.of(ThreadRoots.of(links));
    Dataset<Row> waiting =
        WaitingReplies.of(
            roots
                .rows()
                .filter(WAITS.col())
                .withColumn(WaitingReplies.MISSING_ID.column(), ROOT.col()));
    Dataset<Row> before = known.rows().union(WaitingReplies.TABLE.conform(fulfilled.rows()));
    Dataset<Row> left = known.rows().join(mayWait(rewritten()), WAITING, "left_semi");
    Dataset<Row> stale =
        WaitingReplies.TABLE.conform(fulfilled.rows()).union(WaitingReplies.TABLE.conform(left));
    return new Threads(
        roots,
        led.none() ? batch.none(PostRows.CHANGES) : Found.of(restated(roots.rows())),
        Found.of(waiting.except(before)),
        Found.of(stale.except(waiting)));
  }

  /**
   * All posts that the batch names and that are here after it: rows of {@link ThreadLinks#NODES}.
   */
  private Dataset<Row> standing(Dataset<Row> written) {
    Dataset<Row> fresh =
        written.withColumn(ROOT.column(), ThreadLinks.OWN).withColumn(WAITS.column(), lit(false));
    return NODES.conform(fresh).union(stored(Batch.untouched(findings)));
  }

  /** Posts of the lake as nodes that may wait; those of older releases are roots. */
  private static Dataset<Row> stored(Dataset<Row> posts) {
    return NODES.conform(
        posts
            .withColumn(ROOT.column(), coalesce(Posts.THREAD_ID.col(), Posts.POST_ID.col()))
            .withColumn(WAITS.column(), lit(true)));
  }

  private static Dataset<Row> asReplies(Dataset<Row> posts, Column waited) {
    return REPLIES.conform(posts.withColumn(WAITED.column(), waited));
  }

  /** What the replies answer, as far as it is here: rows of {@link ThreadLinks#NODES}. */
  private Found answered(Found answering, Dataset<Row> standing) {
    if (answering.none()) {
      return batch.none(NODES);
    }
    Found parents = Found.of(named(answering.rows(), Posts.PARENT_ID).distinct());
    Found here = Found.of(standing.join(parents.side(), POST, "left_semi"));
    if (index.isEmpty()) {
      return here;
    }
    Found outside = Found.of(parents.rows().join(here.side(), POST, "left_anti"));
    Found places =
        outside.none()
            ? batch.none(PostDays.TABLE)
            : Found.of(index.places(outside.side(), PostIndex.ranges(outside.rows())));
    if (places.none()) {
      return here;
    }
    Dataset<Row> stored = stored(index.posts(places));
    return Found.of(here.rows().union(stored.join(findings.removed().side(), POST, "left_anti")));
  }

  /**
   * Rows of {@link WaitingReplies#TABLE} that wait for posts that are here now, and their threads.
   */
  private Dataset<Row> fulfilled(Dataset<Row> standing) {
    Dataset<Row> come =
        standing.select(
            Posts.PLATFORM.col(),
            Posts.POST_ID.col().as(WaitingReplies.MISSING_ID.column()),
            ROOT.col());
    return waiting(findings.ranges()).join(come, MISSING);
  }

  private Dataset<Row> waiting(IdRanges ranges) {
    return lake.read(WaitingReplies.TABLE)
        .filter(expr(ranges.condition(PostDays.ID_ORDER.column())));
  }

  /**
   * Posts of the lake whose thread is another now that what they have waited for has come: rows of
   * {@link ThreadLinks#REPLIES}.
   */
  private Found led(Found fulfilled) {
    if (fulfilled.none()) {
      return batch.none(REPLIES);
    }
    Found moved =
        Found.of(
            fulfilled
                .rows()
                .filter(functions.not(ROOT.col().eqNullSafe(WaitingReplies.MISSING_ID.col()))));
    if (moved.none()) {
      return batch.none(REPLIES);
    }
    Dataset<Row> posts =
        index
            .posts(moved)
            .withColumn(WaitingReplies.MISSING_ID.column(), Posts.THREAD_ID.col())
            .join(moved.side(), WAITING, "left_semi")
            .join(rewritten().select(Posts.PLATFORM.col(), Posts.POST_ID.col()), POST, "left_anti");
    return Found.of(asReplies(posts, Posts.THREAD_ID.col()));
  }

  /** All posts that replies go back to, as far as they are here. */
  private Found nodes(Found answered, Found led, Dataset<Row> standing) {
    if (led.none()) {
      return answered;
    }
    Found wanted =
        Found.of(named(led.rows(), Posts.PARENT_ID).union(named(led.rows(), WAITED)).distinct());
    Dataset<Row> open =
        led.rows().withColumn(ROOT.column(), lit(null)).withColumn(WAITS.column(), lit(false));
    return Found.of(
        answered
            .rows()
            .union(standing.join(wanted.side(), POST, "left_semi").select(NODE))
            .distinct()
            .join(led.side(), POST, "left_anti")
            .union(NODES.conform(open)));
  }

  /** The same, of which each tells whether it waits. */
  private static Found waiting(Found nodes, Found known) {
    Column[] key = {Posts.PLATFORM.col(), WaitingReplies.MISSING_ID.col().as(ROOT.column())};
    Dataset<Row> waits =
        known.rows().select(key[0], key[1], Posts.POST_ID.col(), lit(true).as(KNOWN)).distinct();
    String[] same = {Posts.PLATFORM.column(), ROOT.column(), Posts.POST_ID.column()};
    Dataset<Row> told =
        nodes
            .rows()
            .join(waits, same, "left")
            .withColumn(WAITS.column(), WAITS.col().and(functions.col(KNOWN).isNotNull()));
    return new Found(NODES.conform(told), nodes.count());
  }

  /**
   * Rows of {@link WaitingReplies#TABLE} that wait on, in threads that the batch has to do with.
   */
  private Dataset<Row> known(Found answering, Found nodes, Found fulfilled) {
    Found threads =
        Found.of(
            named(nodes.rows().filter(WAITS.col()), ROOT)
                .union(named(answering.rows(), Posts.PARENT_ID))
                .union(named(rewritten(), Posts.THREAD_ID))
                .distinct());
    Dataset<Row> missing =
        threads
            .side()
            .withColumnRenamed(Posts.POST_ID.column(), WaitingReplies.MISSING_ID.column());
    return WaitingReplies.TABLE.conform(
        waiting(PostIndex.ranges(threads.rows()))
            .join(missing, MISSING, "left_semi")
            .join(fulfilled.side(), MISSING, "left_anti"));
  }

  /** Posts of the lake that go or get other values: rows of {@link Deliveries#STORED}. */
  private Dataset<Row> rewritten() {
    Dataset<Row> stored = findings.stored().rows();
    return stored.join(
        Batch.untouched(findings).select(Posts.PLATFORM.col(), Posts.POST_ID.col()),
        POST,
        "left_anti");
  }

  private Dataset<Row> restated(Dataset<Row> roots) {
    Found changed =
        Found.of(
            roots
                .filter(WAITED.col().isNotNull().and(WAITED.col().notEqual(ROOT.col())))
                .select(Posts.PLATFORM.col(), Posts.POST_ID.col(), Posts.DAY.col(), ROOT.col()));
    return PostRows.CHANGES.conform(
        index
            .posts(changed)
            .join(changed.side().drop(Posts.DAY.column()), POST)
            .withColumn(Posts.THREAD_ID.column(), ROOT.col())
            .withColumn(Posts.BATCH.column(), lit(number))
            .withColumn(Lake.DELETED.column(), lit(false)));
  }

  private static Dataset<Row> named(Dataset<Row> rows, Field id) {
    return rows.select(Posts.PLATFORM.col(), id.col().as(Posts.POST_ID.column()))
        .filter(Posts.POST_ID.col().isNotNull());
  }

  /**
   * Rows of {@link WaitingReplies#TABLE} as these posts have them if they wait.
   *
   * @param posts platform, id, thread and day
   */
  static Dataset<Row> mayWait(Dataset<Row> posts) {
    return WaitingReplies.of(
        posts
            .filter(Posts.THREAD_ID.col().isNotNull())
            .withColumn(WaitingReplies.MISSING_ID.column(), Posts.THREAD_ID.col()));
  }
}
