package org.credence.jobs.apply;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.credence.archive.AuthorKey;
import org.credence.jobs.Night;
import org.credence.jobs.Progress;
import org.credence.jobs.apply.ApplyResult.Scope;
import org.credence.lake.Eras;
import org.credence.lake.Lake;
import org.credence.lake.Mentions;
import org.credence.lake.Notes;
import org.credence.lake.Posts;
import org.credence.lake.Table;
import org.credence.lake.TestLake;
import org.credence.models.Heads;
import org.credence.settings.Settings;
import org.credence.testing.ConfFolder;
import org.credence.testing.SparkTest;
import org.credence.testing.TextTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class ApplyJobTest {

  private static final String[] SHOWN = {"post_id", "brand", "day", "batch"};

  private final SparkSession spark;
  private final Path folder;
  private final ConfFolder conf;
  private final Lake lake;
  private Heads heads = Heads.none();

  ApplyJobTest(SparkSession spark, @TempDir Path folder) {
    this.spark = spark;
    this.folder = folder;
    this.conf = ConfFolder.in(folder);
    this.lake = TestLake.in(spark, folder);
  }

  @BeforeEach
  void firstBatch() {
    lake.ensure(Posts.TABLE);
    append(
        1,
        "2026-01-30..2026-02-01",
        """
        post_id | day        | text            | language
        1       | 2026-01-30 | acme and globex | en
        2       | 2026-01-31 | acme is back    | en
        3       | 2026-02-01 | globex est là   | fr
        4       | 2026-02-01 | nobody          | en
        """);
  }

  @Test
  void scoresEverythingOnceAndThenNothing() {
    ApplyResult first = run();

    assertThat(TextTable.show(lake.read(Mentions.TABLE), SHOWN))
        .isEqualTo(
            """
            post_id | brand | day | batch
            1 | acme | 2026-01-30 | 1
            1 | globex | 2026-01-30 | 1
            2 | acme | 2026-01-31 | 1
            3 | globex | 2026-02-01 | 1
            """);
    assertThat(first.scope()).isEqualTo(Scope.EVERYTHING);
    assertThat(first.posts()).isEqualTo(4);
    assertThat(first.mentions()).isEqualTo(Map.of("acme", 2L, "globex", 2L));
    assertThat(first.unscored()).isEqualTo(Map.of("en", 3L, "fr", 1L));
    assertThat(first.summary())
        .isEqualTo("4 mentions of 2 brands in 4 posts (everything), 4 unscored");
    assertThat(lake.note(Mentions.TABLE, Notes.DAYS)).contains("2026-01-30..2026-02-01");

    int commits = lake.commits(Mentions.TABLE).size();
    assertThat(run().summary()).isEqualTo("no new posts to score");
    assertThat(lake.commits(Mentions.TABLE)).hasSize(commits);
  }

  @Test
  void addsTheMentionsOfNewPosts() {
    run();
    append(
        2,
        "2026-02-03",
        """
        post_id | day        | text     | language
        5       | 2026-02-03 | acme!    | en
        6       | 2026-02-03 | no brand | en
        """);

    ApplyResult second = run();

    assertThat(second.scope()).isEqualTo(Scope.NEW);
    assertThat(second.posts()).isEqualTo(2);
    assertThat(second.mentions()).isEqualTo(Map.of("acme", 1L));
    assertThat(lake.note(Mentions.TABLE, Notes.BATCH)).contains("2");
    assertThat(lake.note(Mentions.TABLE, Notes.DAYS)).contains("2026-02-03");
    assertEqualToRescored();
  }

  @Test
  void mentionsOfReplacedAndErasedPostsGo() {
    run();
    lake.merge(
        Posts.TABLE,
        posts(
            2,
            """
            post_id | day        | text                 | language | _deleted
            1       | 2026-01-30 | only globex, edited  | en       | false
            2       | 2026-01-31 | -                    | -        | true
            3       | 2026-02-02 | globex, a day later  | en       | false
            """),
        List.of(Posts.PLATFORM, Posts.POST_ID),
        "true",
        notes(2, "2026-01-30..2026-02-02", true));
    append(
        2,
        "2026-02-03",
        """
        post_id | day        | text  | language
        7       | 2026-02-03 | acme! | en
        """);

    ApplyResult second = run();

    assertThat(second.scope()).isEqualTo(Scope.CHANGED);
    assertThat(second.posts()).isEqualTo(3);
    assertThat(TextTable.show(lake.read(Mentions.TABLE), SHOWN))
        .isEqualTo(
            """
            post_id | brand | day | batch
            1 | globex | 2026-01-30 | 2
            3 | globex | 2026-02-02 | 2
            7 | acme | 2026-02-03 | 2
            """);
    assertThat(lake.note(Mentions.TABLE, Notes.DAYS)).contains("2026-01-30..2026-02-03");
    assertEqualToRescored();
  }

  @Test
  void erasedPostsAloneAreEnough() {
    run();
    lake.merge(
        Posts.TABLE,
        posts(
            2,
            """
            post_id | day        | _deleted
            1       | 2026-01-30 | true
            """),
        List.of(Posts.PLATFORM, Posts.POST_ID),
        "true",
        notes(2, "2026-01-30", true));

    assertThat(run().posts()).isZero();
    assertThat(TextTable.show(lake.read(Mentions.TABLE), "post_id", "brand"))
        .isEqualTo("post_id | brand\n2 | acme\n3 | globex\n");
  }

  @Test
  void whatLiesBetweenTheTouchedDaysIsNotRead() throws IOException {
    append(1, "2026-03-01", "post_id | day | text | language\n8 | 2026-03-01 | acme! | en\n");
    run();
    for (Table table : List.of(Posts.TABLE, Mentions.TABLE)) {
      for (String file :
          lake.read(table)
              .filter("day between '2026-02-01' and '2026-02-28'")
              .select("_file")
              .distinct()
              .as(Encoders.STRING())
              .collectAsList()) {
        Files.delete(Path.of(URI.create(file).getPath()));
      }
    }
    lake.merge(
        Posts.TABLE,
        posts(
            2,
            """
            post_id | day        | text   | language | _deleted
            1       | 2026-01-30 | -      | -        | true
            8       | 2026-03-01 | globex | en       | false
            """),
        List.of(Posts.PLATFORM, Posts.POST_ID),
        "t.day = DATE'2026-01-30' OR t.day = DATE'2026-03-01'",
        notes(2, "2026-01-30,2026-03-01", true));

    run();

    assertThat(
            TextTable.show(
                lake.read(Mentions.TABLE).filter("day < '2026-02-01' or day >= '2026-03-01'"),
                "post_id",
                "brand"))
        .isEqualTo("post_id | brand\n2 | acme\n8 | globex\n");
  }

  @Test
  void otherBrandsScoreTheLastDaysAgain() {
    run();
    conf.replace("brands.yaml", "aliases: [globex]", "aliases: [nobody]");

    ApplyResult again = run();

    assertThat(again.scope()).isEqualTo(Scope.AGAIN);
    assertThat(again.scoredAgain()).contains(LocalDate.parse("2026-01-02"));
    assertThat(TextTable.show(lake.read(Mentions.TABLE), "post_id", "brand"))
        .isEqualTo("post_id | brand\n1 | acme\n2 | acme\n4 | globex\n");
    // No older day keeps what scored it, so there is no break.
    assertThat(Eras.of(lake)).contains(Eras.all(again.methodology()));
    assertThat(run().scope()).isEqualTo(Scope.NOTHING);
  }

  @Test
  void olderDaysKeepWhatScoredThemAndSoDoTheirLatePosts() {
    conf.replace("credence.yaml", "nights: 35", "nights: 5");
    String old = run().methodology();
    conf.replace("brands.yaml", "aliases: [globex]", "aliases: [nobody]");
    append(
        2,
        "2026-01-31,2026-02-03",
        """
        post_id | day        | text              | language
        5       | 2026-01-31 | globex and nobody | en
        6       | 2026-02-03 | globex, of late   | en
        7       | 2026-02-03 | nobody            | en
        """);

    ApplyResult again = run();

    assertThat(again.summary())
        .isEqualTo(
            "3 mentions of 1 brands in 5 posts (posts of the last days again, from 2026-02-01 on),"
                + " 3 unscored");
    assertThat(Eras.of(lake).map(Eras::format))
        .contains(old + ",2026-02-01=" + again.methodology());
    assertThat(TextTable.show(lake.read(Mentions.TABLE), SHOWN))
        .isEqualTo(
            """
            post_id | brand | day | batch
            1 | acme | 2026-01-30 | 1
            1 | globex | 2026-01-30 | 1
            2 | acme | 2026-01-31 | 1
            4 | globex | 2026-02-01 | 1
            5 | globex | 2026-01-31 | 2
            7 | globex | 2026-02-03 | 2
            """);

    // Another name is no other methodology, and changes nothing.
    conf.replace("brands.yaml", "name: Globex", "name: Globex SA");
    assertThat(run().scope()).isEqualTo(Scope.NOTHING);

    assertThat(run(true).scope()).isEqualTo(Scope.EVERYTHING);
    assertThat(Eras.of(lake).orElseThrow().list()).hasSize(1);
    assertThat(TextTable.show(lake.read(Mentions.TABLE), "post_id", "brand"))
        .isEqualTo("post_id | brand\n1 | acme\n2 | acme\n4 | globex\n5 | globex\n7 | globex\n");
  }

  @Test
  void aDayWhoseModelIsGoneIsScoredAgainWhole() {
    conf.replace("credence.yaml", "nights: 35", "nights: 4");
    heads = TinyModel.of(spark, "en", "v1");
    String old = run().methodology();
    heads = TinyModel.of(spark, "en", "v2");
    append(
        2,
        "2026-01-31,2026-02-03",
        """
        post_id | day        | text      | language
        5       | 2026-01-31 | late acme | en
        6       | 2026-02-03 | acme!     | en
        """);

    String now = run().methodology();

    assertThat(Eras.of(lake).map(Eras::format))
        .contains("%1$s,2026-01-31=%2$s,2026-02-01=%1$s,2026-02-02=%2$s".formatted(old, now));
    assertThat(TextTable.show(lake.read(Mentions.TABLE), "post_id", "brand", "day", "model"))
        .isEqualTo(
            """
            post_id | brand | day | model
            1 | acme | 2026-01-30 | v1
            1 | globex | 2026-01-30 | v1
            2 | acme | 2026-01-31 | v2
            3 | globex | 2026-02-01 | -
            5 | acme | 2026-01-31 | v2
            6 | acme | 2026-02-03 | v2
            """);
  }

  @Test
  void aNewModelScoresTheLastDaysAgain() {
    ApplyResult unscored = run();
    heads = TinyModel.of(spark, "en", "v1");
    ApplyResult scored = run();

    assertThat(unscored.scored()).isEmpty();
    assertThat(scored.scored()).isEqualTo(Map.of("en", 3L));
    assertThat(scored.unscored()).isEqualTo(Map.of("fr", 1L));
    assertThat(run().scope()).isEqualTo(Scope.NOTHING);
  }

  private void assertEqualToRescored() {
    String[] all = Mentions.TABLE.schema().fieldNames();
    String incremental = TextTable.show(lake.read(Mentions.TABLE), all);

    assertThat(run(true).scope()).isEqualTo(Scope.EVERYTHING);
    assertThat(TextTable.show(lake.read(Mentions.TABLE), all)).isEqualTo(incremental);
  }

  private ApplyResult run() {
    return run(false);
  }

  private ApplyResult run(boolean force) {
    Night night =
        new Night(
            Settings.load(folder.resolve("conf"), Map.of()),
            LocalDate.parse("2026-02-05"),
            force,
            new AuthorKey("a key for these tests only"),
            lake,
            Progress.silent());
    return new ApplyJob(ignored -> ServingModels.of(heads)).run(night);
  }

  private void append(int batch, String days, String text) {
    lake.append(Posts.TABLE, posts(batch, text), notes(batch, days, false));
  }

  private static Map<String, String> notes(int batch, String days, boolean replaced) {
    return Map.of(
        Notes.BATCH, "" + batch, Notes.DAYS, days, Notes.REPLACED, String.valueOf(replaced));
  }

  /** What does not matter here is the same in all rows. */
  private Dataset<Row> posts(int batch, String text) {
    return TextTable.read(spark, Posts.TABLE.with(Lake.DELETED), text)
        .withColumn("platform", lit("twitter"))
        .withColumn("source", lit("twitter"))
        .withColumn("network", lit("public"))
        .withColumn("kind", lit("post"))
        .withColumn("text", expr("coalesce(text, '')"))
        .withColumn("posted_at", expr("cast(day as timestamp)"))
        .withColumn("fetched_at", expr("cast(day as timestamp)"))
        .withColumn("damaged", lit(false))
        .withColumn("drop", col("day"))
        .withColumn("file", lit("f"))
        .withColumn("line", lit(1L))
        .withColumn("first_file", lit("f"))
        .withColumn("batch", lit((long) batch));
  }
}
