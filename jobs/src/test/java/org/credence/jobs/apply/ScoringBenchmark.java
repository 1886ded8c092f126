package org.credence.jobs.apply;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.credence.brands.BrandMatcher;
import org.credence.lake.Posts;
import org.credence.models.Heads;
import org.credence.models.TrainingRow;
import org.credence.settings.Settings;
import org.credence.trust.AttributePhrases;

/**
 * Posts that one core scores in a second: CPU of the whole process, median of the rounds after a
 * warm-up. {@code ScoringBenchmark TWEETS CONF [ROUNDS]}: a file or folder of tweets in the v1.1
 * format, and a conf folder with the brands to look for.
 */
public final class ScoringBenchmark {

  private static final int POSTS = 200_000;
  private static final int TRAINING_ROWS = 3_000;

  private static final com.sun.management.OperatingSystemMXBean PROCESS =
      (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final SparkSession spark;
  private final int rounds;

  private ScoringBenchmark(SparkSession spark, int rounds) {
    this.spark = spark;
    this.rounds = rounds;
  }

  public static void main(String[] arguments) {
    SparkSession spark =
        SparkSession.builder()
            .master("local[1]")
            .config("spark.ui.enabled", false)
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.sql.session.timeZone", "UTC")
            .getOrCreate();
    int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
    new ScoringBenchmark(spark, rounds)
        .run(arguments[0], Settings.load(Path.of(arguments[1]), Map.of()));
    spark.stop();
  }

  private void run(String tweets, Settings settings) {
    Dataset<Row> all = posts(tweets).limit(POSTS).cache();
    Dataset<Row> mentioning =
        all.join(
                Scoring.mentions(all, scorer(settings, Heads.none())).select("post_id").distinct(),
                "post_id")
            .cache();
    Heads heads = heads(mentioning);
    Broadcast<PostScorer> scorer = scorer(settings, heads);
    long posts = all.count();
    long mentions = mentioning.count();
    System.out.printf("%,d posts, %,d of them with a brand%n", posts, mentions);
    double read = seconds("read posts with a brand", mentions, mentioning);
    double scored =
        seconds("score posts with a brand", mentions, Scoring.mentions(mentioning, scorer));
    System.out.printf("scoring itself: %,.0f posts/s/core%n", mentions / (scored - read));
    seconds("score all posts", posts, Scoring.mentions(all, scorer));
  }

  private double seconds(String what, long posts, Dataset<Row> rows) {
    double[] cpu = new double[rounds];
    for (int i = -2; i < rounds; i++) {
      long before = PROCESS.getProcessCpuTime();
      rows.write().format("noop").mode("overwrite").save();
      if (i >= 0) {
        cpu[i] = (PROCESS.getProcessCpuTime() - before) / 1e9;
      }
    }
    Arrays.sort(cpu);
    double median = cpu[rounds / 2];
    System.out.printf(
        "%-26s %6.2f CPU s (%.2f to %.2f) %,10.0f posts/s/core%n",
        what, median, cpu[0], cpu[rounds - 1], posts / median);
    return median;
  }

  private Dataset<Row> posts(String tweets) {
    Dataset<Row> read =
        spark
            .read()
            .schema(
                "id_str STRING, text STRING, lang STRING, user STRUCT<screen_name: STRING,"
                    + " followers_count: BIGINT, verified: BOOLEAN>, retweet_count BIGINT,"
                    + " favorite_count BIGINT")
            .option("recursiveFileLookup", true)
            .json(tweets)
            .filter("id_str IS NOT NULL AND text IS NOT NULL");
    Map<String, Column> values =
        Map.ofEntries(
            Map.entry("platform", lit("twitter")),
            Map.entry("source", lit("twitter")),
            Map.entry("network", lit("public")),
            Map.entry("kind", lit("post")),
            Map.entry("post_id", col("id_str")),
            Map.entry("text", col("text")),
            Map.entry("language", col("lang")),
            Map.entry("handle_key", functions.sha1(lower(col("user.screen_name")))),
            Map.entry("author_key", functions.sha1(concat(lit("k"), col("user.screen_name")))),
            Map.entry("followers", col("user.followers_count")),
            Map.entry("verified", col("user.verified")),
            Map.entry("likes", coalesce(col("favorite_count"), lit(0L))),
            Map.entry("shares", col("retweet_count")),
            Map.entry("batch", lit(1L)));
    return read.select(
        Posts.TABLE.fields().stream()
            .map(
                field ->
                    values
                        .getOrDefault(field.column(), lit(null))
                        .cast(field.type())
                        .as(field.column()))
            .toArray(Column[]::new));
  }

  /** The labels mean nothing: only the size of the model matters. */
  private Heads heads(Dataset<Row> posts) {
    List<TrainingRow> rows =
        posts.select("text").orderBy("post_id").limit(TRAINING_ROWS).collectAsList().stream()
            .map(row -> row.getString(0))
            .map(text -> new TrainingRow(text, Math.floorMod(text.hashCode(), 3), 1))
            .toList();
    return TinyModel.of(spark, "en", "benchmark", rows);
  }

  private Broadcast<PostScorer> scorer(Settings settings, Heads heads) {
    return JavaSparkContext.fromSparkContext(spark.sparkContext())
        .broadcast(
            new PostScorer(
                BrandMatcher.of(settings.brands(), (platform, handle) -> platform + handle),
                new AttributePhrases(settings.trustModel()),
                heads,
                settings.credence().languages()));
  }
}
