package org.credence.jobs.cubes;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.credence.lake.Parts;
import org.credence.settings.CredenceSettings.Bots;
import org.credence.statistics.AuthorSample;
import org.credence.statistics.Evidence;
import org.credence.statistics.EvidenceBuilder;
import org.credence.testing.SparkTest;
import org.credence.testing.TextTable;
import org.junit.jupiter.api.Test;

@SparkTest
class PartsOfDayTest {

  static final PartRules RULES =
      new PartRules(
          new Bots(20, 0.2),
          new TreeMap<>(
              Map.of(
                  LocalDate.MIN,
                  new TreeMap<>(
                      Map.of("honest", "integrity", "open", "integrity", "quality", "products")))));

  @Test
  void sumsWhatWasSaidByVoiceAndSubject(SparkSession spark) {
    Dataset<Row> mentions =
        MentionRows.read(
            spark,
            """
            post_id | day        | author_key | voice   | kind   | negative | positive | attributes                   | likes | shares
            1       | 2026-01-05 | ann        | public  | post   | 100000   | 700000   | honest:1000000,open:1000000  | 3     | -
            2       | 2026-01-05 | bob        | public  | reply  | 800000   | 100000   | quality:1000000              | 4     | -
            3       | 2026-01-05 | ann        | public  | repost | 0        | 1000000  | -                            | 900   | 800
            4       | 2026-01-05 | acme       | company | post   | 0        | 1000000  | -                            | 50    | 7
            5       | 2026-01-05 | eve        | public  | post   | -        | -        | gone:1000000                 | -     | -
            """);

    Dataset<Row> parts = PartsOfDay.of(mentions, RULES);

    assertThat(
            TextTable.show(
                parts,
                "voice",
                "subject",
                "posts",
                "originals",
                "reposts",
                "replies",
                "scored_originals",
                "unscored_originals",
                "likes",
                "posts_with_likes",
                "shares",
                "weight",
                "negative",
                "positive",
                "models"))
        .isEqualTo(
            """
            voice | subject | posts | originals | reposts | replies | scored_originals | unscored_originals | likes | posts_with_likes | shares | weight | negative | positive | models
            company | all | 1 | 1 | 0 | 0 | 0 | 0 | 50 | 1 | 7 | 0 | 0 | 0 | []
            public | all | 4 | 3 | 1 | 1 | 2 | 1 | 7 | 2 | - | 2000000 | 900000 | 800000 | [en-1]
            public | attribute:honest | 1 | 1 | 0 | 0 | 1 | 0 | 3 | 1 | - | 1000000 | 100000 | 700000 | [en-1]
            public | attribute:open | 1 | 1 | 0 | 0 | 1 | 0 | 3 | 1 | - | 1000000 | 100000 | 700000 | [en-1]
            public | attribute:quality | 1 | 1 | 0 | 1 | 1 | 0 | 4 | 1 | - | 1000000 | 800000 | 100000 | [en-1]
            public | cluster:integrity | 1 | 1 | 0 | 0 | 1 | 0 | 3 | 1 | - | 1000000 | 100000 | 700000 | [en-1]
            public | cluster:products | 1 | 1 | 0 | 1 | 1 | 0 | 4 | 1 | - | 1000000 | 800000 | 100000 | [en-1]
            """);
    Row all = parts.filter("voice = 'public' AND subject = 'all'").head();
    assertThat(Evidence.fromBytes(all.getAs(Parts.EVIDENCE.column())))
        .isEqualTo(
            new EvidenceBuilder()
                .add(1_000_000, 100_000, 700_000)
                .add(1_000_000, 800_000, 100_000)
                .build());
    assertThat(AuthorSample.fromBytes(all.getAs(Parts.AUTHORS.column())).people()).isEqualTo(3);
  }

  @Test
  void countsALoudPersonAsOneVoiceADayAndLeavesTheBotOut(SparkSession spark) {
    String loud =
        IntStream.range(0, 500)
            .mapToObj(i -> "l%d | loud | %d | 900000 | 50000".formatted(i, i))
            .collect(joining("\n"));
    String bot =
        IntStream.range(0, 40)
            .mapToObj(i -> "b%d | bot | %d | 0 | 1000000".formatted(i, i % 8))
            .collect(joining("\n"));
    // 9 texts of 40 are more than a fifth.
    String busy =
        IntStream.range(0, 40)
            .mapToObj(i -> "c%d | busy | %d | 0 | 0".formatted(i, i % 9))
            .collect(joining("\n"));
    Dataset<Row> mentions =
        MentionRows.read(
                spark,
                "post_id | author_key | text_digest | negative | positive\n"
                    + String.join("\n", List.of(loud, bot, busy)))
            .withColumn(
                "day",
                org.apache.spark.sql.functions.to_date(
                    org.apache.spark.sql.functions.lit("2026-01-05")));

    Dataset<Row> parts = PartsOfDay.of(mentions, RULES);

    assertThat(
            TextTable.show(
                parts, "posts", "bot_originals", "scored_originals", "weight", "negative"))
        .isEqualTo(
            """
            posts | bot_originals | scored_originals | weight | negative
            580 | 40 | 540 | 2000000 | 900000
            """);
    AuthorSample people = AuthorSample.fromBytes(parts.head().getAs(Parts.AUTHORS.column()));
    assertThat(people.people()).isEqualTo(3);
    assertThat(people.voices()).isEqualTo(2);
  }

  @Test
  void countsPostsWithoutAuthorAsVoicesOfNobody(SparkSession spark) {
    Dataset<Row> mentions =
        MentionRows.read(
            spark,
            """
            post_id | day        | author_key | negative | positive
            1       | 2026-01-05 | -          | 100000   | 700000
            2       | 2026-01-05 | -          | 100000   | 700000
            3       | 2026-01-05 | ann        | 100000   | 700000
            4       | 2026-01-05 | ann        | 100000   | 700000
            5       | 2026-01-05 | ann        | 100000   | 700000
            """);

    Row part = PartsOfDay.of(mentions, RULES).head();

    assertThat(part.<Long>getAs(Parts.WEIGHT.column())).isEqualTo(2_000_000 + 3 * 333_333);
    assertThat(AuthorSample.fromBytes(part.getAs(Parts.AUTHORS.column())).people()).isEqualTo(1);
    assertThat(Evidence.fromBytes(part.getAs(Parts.EVIDENCE.column())).lone().ww())
        .isEqualTo(2_000_000);
  }

  @Test
  void isTheSameInAnyPartitioning(SparkSession spark) {
    String text =
        IntStream.range(0, 300)
            .mapToObj(
                i ->
                    "p%d | 2026-01-%02d | a%d | %d | %d | %s"
                        .formatted(
                            i,
                            1 + i % 3,
                            i % 37,
                            i * 997 % 500_000,
                            i * 7919 % 500_000,
                            i % 2 == 0 ? "en" : "fr"))
            .collect(
                joining("\n", "post_id | day | author_key | negative | positive | language\n", ""));
    Dataset<Row> mentions = MentionRows.read(spark, text);

    List<String> one = shown(PartsOfDay.of(mentions.coalesce(1), RULES));
    List<String> many = shown(PartsOfDay.of(mentions.repartition(7), RULES));

    assertThat(one).hasSize(6).isEqualTo(many);
  }

  private static List<String> shown(Dataset<Row> parts) {
    return parts.selectExpr("to_json(struct(*)) AS json").sort("json").collectAsList().stream()
        .map(row -> row.getString(0))
        .toList();
  }
}
