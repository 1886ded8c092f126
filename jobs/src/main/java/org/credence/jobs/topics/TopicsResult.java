package org.credence.jobs.topics;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.credence.jobs.StageResult;
import org.credence.lake.Posts;
import org.credence.lake.TopicMemories;
import org.credence.lake.Topics;

/**
 * What was found.
 *
 * @param why nothing was looked for; empty when something was
 * @param posts that were given a topic
 * @param scopes that were learnt from
 * @param topics by their state
 */
public record TopicsResult(String why, long posts, long scopes, SortedMap<String, Long> topics)
    implements StageResult {

  static final TopicsResult NOTHING = none("no new posts to look at");
  static final TopicsResult OFF = none("topics are not enabled");
  static final TopicsResult FORGOTTEN = none("topics are not enabled: those that were found went");

  private static final String POST = "post";
  private static final String MEMORY = "memory";

  public TopicsResult {
    topics = Collections.unmodifiableSortedMap(new TreeMap<>(topics));
  }

  private static TopicsResult none(String why) {
    return new TopicsResult(why, 0, 0, new TreeMap<>());
  }

  /**
   * @param found rows of {@link ScopeRows#FOUND}
   */
  static TopicsResult of(Dataset<Row> found) {
    Column what =
        coalesce(
            Topics.STATE.col(),
            when(TopicMemories.MEMORY.col().isNotNull(), lit(MEMORY)),
            when(Posts.POST_ID.col().isNotNull(), lit(POST)));
    SortedMap<String, Long> counts = new TreeMap<>();
    found
        .groupBy(what)
        .agg(count(lit(1)))
        .collectAsList()
        .forEach(row -> counts.put(row.getString(0), row.getLong(1)));
    long posts = counts.getOrDefault(POST, 0L);
    long scopes = counts.getOrDefault(MEMORY, 0L);
    counts.keySet().removeAll(List.of(POST, MEMORY));
    return new TopicsResult("", posts, scopes, counts);
  }

  @Override
  public Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("posts", posts);
    figures.put("scopes", scopes);
    figures.put("topics", topics);
    return figures;
  }

  @Override
  public String summary() {
    return why.isEmpty()
        ? "%,d posts in topics of %d scopes (%s)".formatted(posts, scopes, states())
        : why;
  }

  private String states() {
    return topics.isEmpty()
        ? "none"
        : String.join(
            ", ",
            topics.entrySet().stream()
                .map(state -> "%d %s".formatted(state.getValue(), state.getKey()))
                .toList());
  }
}
