package org.credence.jobs.apply;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * @param methodology by which new days are scored
 * @param scoredAgain first of the days that were scored again by another methodology
 */
public record ApplyResult(
    Scope scope,
    long posts,
    SortedMap<String, Long> mentions,
    SortedMap<String, Long> scored,
    SortedMap<String, Long> unscored,
    String methodology,
    Optional<LocalDate> scoredAgain)
    implements StageResult {

  /** Which posts were read. */
  public enum Scope {
    NOTHING("nothing"),
    EVERYTHING("everything"),
    NEW("new posts"),
    CHANGED("new and changed posts"),
    AGAIN("posts of the last days again");

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
    return new ApplyResult(scope, posts, mentions, scored, unscored, methodology, Optional.empty());
  }

  static ApplyResult nothing(String methodology) {
    SortedMap<String, Long> none = Collections.emptySortedMap();
    return new ApplyResult(Scope.NOTHING, 0, none, none, none, methodology, Optional.empty());
  }

  /** The same, of the days from one on. */
  ApplyResult since(LocalDate from) {
    return new ApplyResult(
        scope, posts, mentions, scored, unscored, methodology, Optional.of(from));
  }

  /** With what was scored afterwards in the same run. */
  ApplyResult and(ApplyResult later) {
    return new ApplyResult(
        scope,
        posts + later.posts,
        plus(mentions, later.mentions),
        plus(scored, later.scored),
        plus(unscored, later.unscored),
        later.methodology,
        scoredAgain);
  }

  private static SortedMap<String, Long> plus(Map<String, Long> one, Map<String, Long> other) {
    SortedMap<String, Long> sum = new TreeMap<>(one);
    other.forEach((name, count) -> sum.merge(name, count, Long::sum));
    return sum;
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
    scoredAgain.ifPresent(from -> figures.put("scored_again_from", from.toString()));
    return figures;
  }

  @Override
  public String summary() {
    return scope == Scope.NOTHING
        ? "no new posts to score"
        : "%,d mentions of %d brands in %,d posts (%s%s), %,d unscored"
            .formatted(
                total(mentions),
                mentions.size(),
                posts,
                scope.words,
                scoredAgain.map(from -> ", from " + from + " on").orElse(""),
                total(unscored));
  }

  private static long total(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static SortedMap<String, Long> sorted(Map<String, Long> counts) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(counts));
  }
}
