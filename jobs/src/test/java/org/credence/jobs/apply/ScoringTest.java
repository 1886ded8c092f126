package org.credence.jobs.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.credence.archive.AuthorKey;
import org.credence.brands.BrandMatcher;
import org.credence.lake.Posts;
import org.credence.models.Heads;
import org.credence.settings.Settings;
import org.credence.statistics.SimplexGrid;
import org.credence.testing.ConfFolder;
import org.credence.testing.SparkTest;
import org.credence.testing.TextTable;
import org.credence.trust.AttributePhrases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class ScoringTest {

  private static final AuthorKey KEY = new AuthorKey("a key for these tests only");

  private final SparkSession spark;
  private final Settings settings;

  ScoringTest(SparkSession spark, @TempDir Path folder) {
    this.spark = spark;
    this.settings = Settings.load(ConfFolder.in(folder).path(), Map.of());
  }

  @Test
  void aPostGivesARowForEachBrandItMentions() {
    Dataset<Row> mentions =
        mentions(
            """
            platform | post_id | kind   | language | text                       | likes | batch
            twitter  | 1       | post   | en       | Acme is better than Globex | 3     | 4
            twitter  | 2       | post   | en       | nothing of interest        | 1     | 4
            twitter  | 3       | repost | -        | acme                       | -     | 5
            twitter  | 4       | reply  | en       | meet on Acme Road          | -     | 5
            twitter  | 5       | reply  | en-GB    | thanks @AcmeHelps          | -     | 5
            """);

    assertThat(
            TextTable.show(
                mentions, "post_id", "brand", "voice", "kind", "language", "likes", "batch"))
        .isEqualTo(
            """
            post_id | brand | voice | kind | language | likes | batch
            1 | acme | public | post | en | 3 | 4
            1 | globex | public | post | en | 3 | 4
            3 | acme | public | repost | und | - | 5
            5 | acme | public | reply | en | - | 5
            """);
  }

  @Test
  void theCompanySpeaksInItsOwnPostsOnly() {
    Dataset<Row> mentions =
        mentions(
            """
            platform | post_id | channel   | text                | handle_key
            twitter  | 1       | -         | Globex can't fly    | %1$s
            twitter  | 2       | acmehelps | We are sorry        | %1$s
            twitter  | 3       | acmehelps | my parcel is late   | %2$s
            facebook | 4       | acmehelps | my parcel is late   | %2$s
            """
                .formatted(KEY.handle("twitter", "AcmeHelps"), KEY.handle("twitter", "me")));

    assertThat(TextTable.show(mentions, "post_id", "brand", "voice"))
        .isEqualTo(
            """
            post_id | brand | voice
            1 | acme | company
            1 | globex | public
            2 | acme | company
            3 | acme | public
            """);
  }

  @Test
  void tellsLanguagesAndAttributes() {
    Dataset<Row> mentions =
        mentions(
            """
            platform | post_id | language | text
            twitter  | 1       | -        | Acme est vraiment honnête avec tous ses clients
            twitter  | 2       | fr       | acme is honest
            twitter  | 3       | und      | Acme was honest with all of us about its prices
            twitter  | 4       | -        | acme!!
            """);

    assertThat(TextTable.show(mentions, "post_id", "language", "attributes"))
        .isEqualTo(
            """
            post_id | language | attributes
            1 | fr | {honest -> 1000000}
            2 | fr | {}
            3 | en | {honest -> 1000000}
            4 | und | {}
            """);
  }

  @Test
  void copiesOfATextShareTheirDigest() {
    Dataset<Row> mentions =
        mentions(
            """
            platform | post_id | text
            twitter  | 1       | Acme has the best prices in town https://t.co/1
            twitter  | 2       | @you ACME has the best prices in town!!!
            twitter  | 3       | acme has the worst prices in town
            twitter  | 4       | acme!
            """);

    assertThat(mentions.select("text_digest").distinct().count()).isEqualTo(3);
    assertThat(TextTable.show(mentions.filter("text_digest IS NULL"), "post_id"))
        .isEqualTo("post_id\n4\n");
  }

  @Test
  void onlyLanguagesWithAModelHaveASentiment() {
    Dataset<Row> mentions =
        mentions(
            """
            platform | post_id | language | text
            twitter  | 1       | en       | Globex was late and rude, Acme too
            twitter  | 2       | en       | acme opens a store, report at noon
            twitter  | 3       | en       | thanks Acme, perfect, love it
            twitter  | 4       | fr       | thanks Acme, perfect, love it
            """,
            TinyModel.of(spark, "en", "v7"));

    assertThat(
            TextTable.show(
                mentions.selectExpr(
                    "*",
                    """
                    CASE greatest(negative, neutral, positive)
                      WHEN negative THEN 'negative' WHEN neutral THEN 'neutral'
                      WHEN positive THEN 'positive' END AS label\
                    """,
                    "negative + neutral + positive AS sum",
                    "grid_cell IS NULL AS no_cell"),
                "post_id",
                "brand",
                "label",
                "sum",
                "no_cell",
                "model"))
        .isEqualTo(
            """
            post_id | brand | label | sum | no_cell | model
            1 | acme | negative | 1000000 | false | v7
            1 | globex | negative | 1000000 | false | v7
            2 | acme | neutral | 1000000 | false | v7
            3 | acme | positive | 1000000 | false | v7
            4 | acme | - | - | true | -
            """);
    Row first = mentions.filter("post_id = 1 AND brand = 'acme'").first();
    int negative = first.getAs("negative");
    int positive = first.getAs("positive");
    assertThat(first.<Integer>getAs("grid_cell")).isEqualTo(SimplexGrid.cell(negative, positive));
    assertThat(mentions.filter("post_id = 1").select("negative", "positive").distinct().count())
        .isEqualTo(1);
  }

  /** Spark computes a function once for each place in the plan where it stands. */
  @Test
  void readsATextOnce() {
    String plan =
        mentions("platform | post_id | text\ntwitter | 1 | acme\n")
            .filter("brand = 'acme' AND negative IS NULL")
            .queryExecution()
            .optimizedPlan()
            .toString();

    assertThat(plan.split("UDF\\(", -1)).as(plan).hasSize(2);
  }

  private Dataset<Row> mentions(String posts) {
    return mentions(posts, Heads.none());
  }

  private Dataset<Row> mentions(String posts, Heads heads) {
    return Scoring.mentions(TextTable.read(spark, Posts.TABLE, posts), scorer(heads));
  }

  private Broadcast<PostScorer> scorer(Heads heads) {
    return JavaSparkContext.fromSparkContext(spark.sparkContext())
        .broadcast(
            new PostScorer(
                BrandMatcher.of(settings.brands(), KEY::handle),
                new AttributePhrases(settings.trustModel()),
                heads,
                settings.credence().languages()));
  }
}
