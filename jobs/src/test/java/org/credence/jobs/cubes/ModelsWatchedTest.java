package org.credence.jobs.cubes;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.credence.cubes.ModelWatch;
import org.credence.models.ModelCard;
import org.credence.testing.SparkTest;
import org.credence.testing.TextTable;
import org.junit.jupiter.api.Test;

/** Ten people are enough to be published, a hundred voices for the index. */
@SparkTest
class ModelsWatchedTest {

  private static final String HEADER =
      "post_id | day | author_key | language | negative | positive | unknown | network\n";

  /** Half of the training posts have a net of -.9, half one of .9, and a fifth is unknown. */
  private static final ModelCard.Reference REFERENCE =
      new ModelCard.Reference(List.of(.5, 0., 0., 0., 0., 0., 0., 0., 0., 0., .5), .2);

  private final SparkSession spark;

  ModelsWatchedTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void whatIsAsInTrainingIsNotFlagged() {
    String posts = people(60, "2026-01-05 | %s | en | 930000 | 20000 | 250000") + positive(60);

    assertThat(watch(posts))
        .isEqualTo(
            """
            period | language | state | unscored_share | undetermined_share | unknown_share | unknown_share_in_training | posterior_shift | flagged
            2026-01-05 | all | published | 0.0 | 0.0 | - | - | - | -
            2026-01-05 | en | published | 0.0 | - | 0.25 | 0.2 | 0.0 | false
            """);
  }

  /** A tenth of the posts where half were: (.1 - .5) ln(.1 / .5) + (.9 - .5) ln(.9 / .5). */
  @Test
  void anotherMixOfPosteriorsIsFlagged() {
    String posts = people(12, "2026-01-05 | %s | en | 930000 | 20000 | 250000") + positive(108);

    assertThat(watch(posts, "language", "posterior_shift", "flagged"))
        .isEqualTo(
            """
            language | posterior_shift | flagged
            all | - | -
            en | 0.879 | true
            """);
  }

  @Test
  void wordsNeverMetAreFlaggedAlsoWhereVoicesAreTooFewForTheIndex() {
    String posts =
        people(10, "2026-01-05 | %s | en | 930000 | 20000 | 310000")
            + people(10, "2026-01-05 | %s | und | - | - | -")
            + people(5, "2026-01-05 | %s | pl | - | - | -")
            + "9000 | 2026-01-05 | hr | en | 0 | 0 | 900000 | employees";

    assertThat(
            watch(
                posts,
                "language",
                "unscored_share",
                "undetermined_share",
                "unknown_share",
                "posterior_shift",
                "flagged"))
        .isEqualTo(
            """
            language | unscored_share | undetermined_share | unknown_share | posterior_shift | flagged
            all | 0.6 | 0.4 | - | - | -
            en | 0.0 | - | 0.31 | - | true
            """);
  }

  @Test
  void fewPeopleAreNotShown() {
    assertThat(
            watch(
                people(9, "2026-01-05 | %s | en | 930000 | 20000 | 310000"),
                "language",
                "state",
                "unscored_share",
                "unknown_share",
                "flagged"))
        .isEqualTo(
            """
            language | state | unscored_share | unknown_share | flagged
            all | suppressed | - | - | -
            en | suppressed | - | - | -
            """);
  }

  @Test
  void aModelOfAnOlderReleaseTellsNothing() {
    List<Row> cells =
        new ModelsWatched(EpochsTest.one(SentimentQuality.UNKNOWN), 10)
            .cells(WatchedDay.of(parts(positive(100))));

    assertThat(show(cells, "language", "unknown_share", "posterior_shift", "flagged"))
        .isEqualTo(
            """
            language | unknown_share | posterior_shift | flagged
            all | - | - | -
            en | 0.25 | - | -
            """);
  }

  private static String positive(int people) {
    return people(people, "2026-01-05 | happy %s | en | 20000 | 930000 | 250000");
  }

  private static String people(int people, String row) {
    return IntStream.range(0, people)
        .mapToObj(
            i -> "%s %d | ".formatted(row.hashCode(), i) + row.formatted("p" + i) + " | customers")
        .collect(joining("\n", "", "\n"));
  }

  private String watch(String posts, String... columns) {
    SentimentQuality quality =
        new SentimentQuality(
            new TreeMap<>(
                Map.of(
                    "en",
                    new SentimentQuality.OfLanguage(
                        List.of(0.3, 0.4, 0.3),
                        new TreeSet<>(),
                        true,
                        REFERENCE,
                        SentimentQuality.Shifts.NONE))),
            SentimentQuality.Shifts.NONE);
    String[] all = {
      "period",
      "language",
      "state",
      "unscored_share",
      "undetermined_share",
      "unknown_share",
      "unknown_share_in_training",
      "posterior_shift",
      "flagged"
    };
    return show(
        new ModelsWatched(EpochsTest.one(quality), 10).cells(WatchedDay.of(parts(posts))),
        columns.length == 0 ? all : columns);
  }

  private String show(List<Row> cells, String... columns) {
    return TextTable.show(spark.createDataFrame(cells, ModelWatch.CUBE.table().schema()), columns);
  }

  private Dataset<Row> parts(String posts) {
    return PartsOfDay.of(MentionRows.read(spark, HEADER + posts), PartsOfDayTest.RULES);
  }
}
