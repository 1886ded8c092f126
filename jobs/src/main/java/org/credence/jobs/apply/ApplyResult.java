package org.credence.jobs.apply;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.credence.jobs.StageResult;
import org.credence.lake.Mentions;

/**
 * What was scored.
 *
 * @param scope nothing, everything, new posts or changed posts
 * @param posts posts read
 * @param mentions mentions by brand
 * @param scored mentions with a sentiment, by language
 * @param unscored mentions in a language without a model, by language
 * @param methodology by which all mentions are scored now
 */
public record ApplyResult(
    Scope scope,
    long posts,
    SortedMap<String, Long> mentions,
    SortedMap<String, Long> scored,
    SortedMap<String, Long> unscored,
    String methodology)
    implements StageResult {

  /** Which posts were read. */
  public enum Scope {
    NOTHING("nothing"),
    EVERYTHING("everything"),
    NEW("new posts"),
    CHANGED("new and changed posts");

    private final String words;

    Scope(String words) {
      this.words = words;
    }
  }

  public ApplyResult {
    mentions = sorted(mentions);
    scored = sorted(scored);
    unscored = sorted(unscored);
  }

  /**
   * @param written mentions of these posts, counted in one small job over three columns
   */
  static ApplyResult of(Scope scope, long posts, Dataset<Row> written, String methodology) {
    List<Row> counts =
        written
            .groupBy(
                Mentions.BRAND.col(), Mentions.LANGUAGE.col(), Mentions.NEGATIVE.col().isNotNull())
            .agg(count(lit(1)))
            .collectAsList();
    SortedMap<String, Long> mentions = new TreeMap<>();
    SortedMap<String, Long> scored = new TreeMap<>();
    SortedMap<String, Long> unscored = new TreeMap<>();
    for (Row row : counts) {
      mentions.merge(row.getString(0), row.getLong(3), Long::sum);
      (row.getBoolean(2) ? scored : unscored).merge(row.getString(1), row.getLong(3), Long::sum);
    }
    return new ApplyResult(scope, posts, mentions, scored, unscored, methodology);
  }

  static ApplyResult nothing(String methodology) {
    SortedMap<String, Long> none = Collections.emptySortedMap();
    return new ApplyResult(Scope.NOTHING, 0, none, none, none, methodology);
  }

  @Override
  public Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("scope", scope.words);
    figures.put("posts", posts);
    figures.put("mentions", mentions);
    figures.put("scored", scored);
    figures.put("unscored", unscored);
    figures.put("methodology", methodology);
    return figures;
  }

  @Override
  public String summary() {
    return scope == Scope.NOTHING
        ? "no new posts to score"
        : "%,d mentions of %d brands in %,d posts (%s), %,d unscored"
            .formatted(total(mentions), mentions.size(), posts, scope.words, total(unscored));
  }

  private static long total(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static SortedMap<String, Long> sorted(Map<String, Long> counts) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(counts));
  }
}
