package org.credence.jobs.topics;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;
import org.credence.jobs.Night;
import org.credence.jobs.Stage;
import org.credence.jobs.StageMain;
import org.credence.jobs.topics.Scopes.Pair;
import org.credence.lake.Lake;
import org.credence.lake.Mentions;
import org.credence.lake.Notes;
import org.credence.lake.Posts;
import org.credence.lake.Topics;
import org.credence.settings.Digest;
import org.credence.settings.TopicSettings;

/**
 * Finds what people talk about in the posts that scopes don't know yet, and goes on from what they
 * remember of the night before.
 *
 * <p>Reads mentions and posts; writes topics, their posts and their memories.
 */
public final class TopicsJob implements Stage {

  /** A new one lets a night run again that is done. */
  private static final int VERSION = 1;

  /** For spark-submit; the options are those of {@code credence topics}. */
  public static void main(String[] options) {
    StageMain.run("topics", options);
  }

  @Override
  public String name() {
    return "topics";
  }

  @Override
  public TopicsResult run(Night night) {
    Lake lake = night.lake();
    TopicSettings settings = night.settings().credence().topics();
    TopicTables tables = new TopicTables(lake, night.date());
    if (!settings.enabled()) {
      return tables.forget() ? TopicsResult.FORGOTTEN : TopicsResult.OFF;
    }
    Optional<Long> mentions = lake.snapshot(Mentions.TABLE);
    if (mentions.isEmpty()) {
      return TopicsResult.NOTHING;
    }
    tables.ensure();
    String commit = String.valueOf(mentions.get());
    long seed = night.settings().credence().seed();
    BrandNames names = BrandNames.of(night.settings().brands());
    String rules = Digest.brief(VERSION, night.date(), settings, seed, names);
    if (!night.force() && tables.holds(commit, rules)) {
      return TopicsResult.NOTHING;
    }
    LocalDate first = night.date().plusDays(1).minusDays(settings.window());
    ScopeTask task = new ScopeTask(names, (int) night.date().toEpochDay(), settings.slots(), seed);
    Dataset<Row> found = found(night, tables, first, task).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      long batch = lake.note(Mentions.TABLE, Notes.BATCH).map(Long::valueOf).orElse(0L);
      tables.write(found, first, commit, batch, rules);
      return TopicsResult.of(found);
    } finally {
      found.unpersist();
    }
  }

  private static Dataset<Row> found(
      Night night, TopicTables tables, LocalDate first, ScopeTask task) {
    TopicSettings settings = night.settings().credence().topics();
    night.progress().step("choosing posts");
    Column since = NightPosts.since(first);
    Dataset<Row> window = NightPosts.ofOthers(night.lake().read(Mentions.TABLE).filter(since));
    Map<String, TopicTables.Seen> seen = tables.seen();
    Map<String, Long> batches = new HashMap<>();
    seen.forEach((scope, at) -> batches.put(scope, at.batch()));
    SortedMap<Pair, Long> pairs = NightPosts.byPair(window);
    Dataset<Row> tonight =
        NightPosts.tonight(window, Scopes.of(pairs, batches, settings.smallestScope()));
    Map<String, Long> byScope = NightPosts.byScope(tonight);
    seen.keySet().retainAll(byScope.keySet());
    night.progress().step("finding topics of %d scopes".formatted(byScope.size()));
    return ofScopes(
        NightPosts.given(
                tonight,
                night.lake().read(Posts.TABLE).filter(since),
                byScope,
                settings.largestNight(),
                task.seed())
            .unionByName(tables.remembered(seen)),
        task);
  }

  /**
   * @param given rows of {@link ScopeRows#GIVEN}
   * @return rows of {@link ScopeRows#FOUND}
   */
  static Dataset<Row> ofScopes(Dataset<Row> given, ScopeTask task) {
    Column[] order = {
      functions.col(ScopeRows.PLACE),
      Posts.PLATFORM.col(),
      Posts.POST_ID.col(),
      Mentions.BRAND.col()
    };
    return given
        .groupBy(Topics.SCOPE.col())
        .as(Encoders.STRING(), Encoders.row(ScopeRows.GIVEN))
        .flatMapSortedGroups(order, task, Encoders.row(ScopeRows.FOUND));
  }
}
