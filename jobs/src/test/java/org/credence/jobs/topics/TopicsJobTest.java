package org.credence.jobs.topics;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.credence.archive.AuthorKey;
import org.credence.jobs.Night;
import org.credence.jobs.Progress;
import org.credence.lake.ContentHash;
import org.credence.lake.Field;
import org.credence.lake.Lake;
import org.credence.lake.Mentions;
import org.credence.lake.Notes;
import org.credence.lake.Posts;
import org.credence.lake.Table;
import org.credence.lake.TestLake;
import org.credence.lake.TopicMemories;
import org.credence.lake.TopicPosts;
import org.credence.lake.Topics;
import org.credence.settings.Settings;
import org.credence.testing.ConfFolder;
import org.credence.testing.SparkTest;
import org.credence.testing.TextTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class TopicsJobTest {

  private static final String FIRST = "2026-02-01";
  private static final String SECOND = "2026-02-02";
  private static final List<Table> TABLES =
      List.of(Topics.TABLE, TopicPosts.TABLE, TopicMemories.TABLE);

  private final SparkSession spark;
  private final Path folder;
  private final ConfFolder conf;
  private final Lake lake;

  TopicsJobTest(SparkSession spark, @TempDir Path folder) {
    this.spark = spark;
    this.folder = folder;
    this.conf = ConfFolder.in(folder);
    this.lake = TestLake.in(spark, folder);
  }

  @BeforeEach
  void firstBatch() {
    conf.replace("credence.yaml", "smallest-scope: 200", "smallest-scope: 50");
    lake.ensure(Posts.TABLE);
    lake.ensure(Mentions.TABLE);
    List<Row> posts = said("b", FIRST, "acme", Talk.about(Talk.BIKES, 30, 1));
    posts.addAll(said("c", FIRST, "acme", Talk.about(Talk.COOKS, 30, 2)));
    posts.addAll(said("few", FIRST, "globex", Talk.about(Talk.TOURS, 20, 3)));
    append(1, FIRST, posts);
  }

  @Test
  void aNightTwiceIsANightOnce() {
    TopicsResult first = run(FIRST, false);

    assertThat(first.scopes()).isEqualTo(1);
    assertThat(first.posts()).isBetween(45L, 60L);
    assertThat(lake.read(TopicPosts.TABLE).count()).isEqualTo(first.posts());
    assertThat(first.topics()).isEqualTo(Map.of("born", 2L));
    assertThat(first.summary()).isEqualTo(first.posts() + " posts in topics of 1 scopes (2 born)");
    assertThat(topicOf("b0")).isNotEqualTo(topicOf("c0")).startsWith("acme.en.");
    List<String> hashes = hashes();
    assertThat(run(FIRST, false).summary()).isEqualTo("no new posts to look at");
    assertThat(run(FIRST, true).figures()).isEqualTo(first.figures());
    assertThat(hashes()).isEqualTo(hashes);
  }

  @Test
  void topicsGoOnFromTheNightBefore() {
    TopicsResult first = run(FIRST, false);
    String bikes = topicOf("b0");
    List<Row> posts = said("d", SECOND, "acme", Talk.about(Talk.BIKES, 30, 4));
    posts.addAll(said("e", SECOND, "acme", Talk.about(Talk.COOKS, 30, 5)));
    posts.addAll(said("f", SECOND, "acme", Talk.about(Talk.MOVES, 30, 6)));
    append(2, SECOND, posts);

    TopicsResult second = run(SECOND, false);

    assertThat(second.topics()).isEqualTo(Map.of("born", 1L, "continued", 2L));
    assertThat(topicOf("d0")).isEqualTo(bikes);
    assertThat(topicOf("f0")).isEqualTo("acme.en.3");
    assertThat(lake.read(TopicPosts.TABLE).count()).isEqualTo(first.posts() + second.posts());
    assertThat(lake.note(TopicPosts.TABLE, Notes.DAYS)).contains(SECOND);
    assertThat(lake.note(TopicPosts.TABLE, Notes.SINCE)).contains("2026-01-05");
    assertThat(
            TextTable.show(
                lake.read(Topics.TABLE).filter("night = '2026-02-02'"), "topic", "first_night"))
        .isEqualTo(
            """
            topic | first_night
            acme.en.1 | 2026-02-01
            acme.en.2 | 2026-02-01
            acme.en.3 | 2026-02-02
            """);
    List<String> hashes = hashes();
    run(SECOND, true);
    assertThat(hashes()).as("from the memory of the night before").isEqualTo(hashes);
  }

  @Test
  void brandsWithFewPostsShareTopics() {
    append(2, SECOND, said("g", SECOND, "initech", Talk.about(Talk.TOURS, 30, 7)));

    run(SECOND, false);

    Dataset<Row> topics = lake.read(TopicPosts.TABLE).select("brand", "topic").distinct();
    Dataset<Row> shared = topics.filter("topic LIKE '*.en.%'");
    assertThat(shared.filter("brand = 'acme'").isEmpty()).isTrue();
    assertThat(topics.filter("brand <> 'acme'").count()).isPositive().isEqualTo(shared.count());
    assertThat(shared.groupBy("topic").count().filter("count = 2").isEmpty())
        .as("no topic of both brands")
        .isFalse();
  }

  @Test
  void postsThatAreGoneLeaveTheirTopics() {
    TopicsResult first = run(FIRST, false);
    lake.delete(Mentions.TABLE, "post_id = 'b0'", Map.of(Notes.BATCH, "2", Notes.DAYS, FIRST));

    run(SECOND, false);

    assertThat(lake.read(TopicPosts.TABLE).filter("post_id = 'b0'").isEmpty()).isTrue();
    assertThat(lake.read(TopicPosts.TABLE).count()).isEqualTo(first.posts() - 1);
    assertThat(states(SECOND)).as("nobody spoke").isEqualTo("topic | state | posts\n\n");
  }

  @Test
  void whereTopicsAreNotWantedTheyGo() {
    run(FIRST, false);
    conf.replace("credence.yaml", "enabled: true", "enabled: false");

    assertThat(run(FIRST, false).summary())
        .isEqualTo("topics are not enabled: those that were found went");

    TABLES.forEach(table -> assertThat(lake.read(table).isEmpty()).isTrue());
    assertThat(run(FIRST, false).summary()).isEqualTo("topics are not enabled");
  }

  private String states(String night) {
    return TextTable.show(
        lake.read(Topics.TABLE).filter(Topics.NIGHT.col().equalTo(lit(LocalDate.parse(night)))),
        "topic",
        "state",
        "posts");
  }

  private String topicOf(String post) {
    return lake.read(TopicPosts.TABLE)
        .filter(Posts.POST_ID.col().equalTo(post))
        .select("topic")
        .head()
        .getString(0);
  }

  private List<String> hashes() {
    return TABLES.stream().map(table -> ContentHash.of(lake.read(table))).toList();
  }

  private TopicsResult run(String night, boolean force) {
    return new TopicsJob()
        .run(
            new Night(
                Settings.load(folder.resolve("conf"), Map.of()),
                LocalDate.parse(night),
                force,
                new AuthorKey("a key for these tests only"),
                lake,
                Progress.silent()));
  }

  private static List<Row> said(String prefix, String day, String brand, List<String> texts) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      rows.add(RowFactory.create(prefix + i, day, brand, "author " + i % 9, texts.get(i)));
    }
    return rows;
  }

  private void append(long batch, String day, List<Row> rows) {
    StructType schema = new StructType();
    for (String column : List.of("post_id", "day", "brand", "author_key", "text")) {
      schema = schema.add(column, DataTypes.StringType);
    }
    Dataset<Row> said =
        spark
            .createDataFrame(rows, schema)
            .withColumn("batch", lit(batch))
            .withColumn("platform", lit("twitter"))
            .withColumn("network", lit("public"))
            .withColumn("kind", lit("post"))
            .withColumn("voice", lit("public"))
            .withColumn("language", lit("en"));
    for (Table table : List.of(Posts.TABLE, Mentions.TABLE)) {
      lake.append(table, filled(said, table), Map.of(Notes.BATCH, "" + batch, Notes.DAYS, day));
    }
  }

  /** What does not matter here is the same in all rows. */
  private static Dataset<Row> filled(Dataset<Row> said, Table table) {
    Set<String> there = Set.of(said.columns());
    Map<Field, Column> values = new HashMap<>();
    for (Field field : table.fields()) {
      if (!there.contains(field.column())) {
        values.put(field, field.required() ? any(field) : lit(null));
      }
    }
    return table.conform(said, values);
  }

  private static Column any(Field field) {
    return switch (field.type().typeName()) {
      case "timestamp", "date" -> col("day");
      case "map" -> functions.map();
      case "boolean" -> lit(false);
      default -> lit("1");
    };
  }
}
