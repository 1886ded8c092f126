package org.credence.jobs.cubes;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.credence.cubes.Conversation;
import org.credence.cubes.Engagement;
import org.credence.cubes.Trust;
import org.credence.models.ModelCard;
import org.credence.statistics.ShiftTerm;
import org.credence.testing.SparkTest;
import org.credence.testing.TextTable;
import org.junit.jupiter.api.Test;

@SparkTest
class CellEstimatesTest {

  private static final SentimentQuality.Shifts SHIFTS =
      new SentimentQuality.Shifts(ShiftTerm.neverSeen(), ShiftTerm.neverSeen());

  static final SentimentQuality QUALITY =
      new SentimentQuality(
          new TreeMap<>(
              Map.of(
                  "en",
                  new SentimentQuality.OfLanguage(
                      List.of(0.3, 0.4, 0.3),
                      new TreeSet<>(List.of("acme")),
                      true,
                      ModelCard.Reference.UNKNOWN,
                      SHIFTS))),
          SHIFTS);

  /** Two people are enough to be published here, and English has labels for acme only. */
  static CellRules rules(String night, String firstDrop, Map<String, Integer> gaps) {
    return rules(night, firstDrop, gaps, EpochsTest.one(QUALITY));
  }

  static CellRules rules(String night, String firstDrop, Map<String, Integer> gaps, Epochs epochs) {
    TreeMap<LocalDate, Integer> gapDays = new TreeMap<>();
    gaps.forEach((day, number) -> gapDays.put(LocalDate.parse(day), number));
    Scope scope = Scope.of(LocalDate.parse(firstDrop).datesUntil(LocalDate.parse(night)).toList());
    return new CellRules(
        2,
        20,
        LocalDate.parse(night),
        LocalDate.parse(firstDrop),
        gapDays,
        scope.quarters(),
        scope.monthNames(),
        epochs);
  }

  private static Dataset<Row> estimate(Dataset<Row> mentions, CellRules rules) {
    Dataset<Row> parts = PartsOfDay.of(mentions, PartsOfDayTest.RULES);
    return CellEstimates.estimate(parts, List.of("acme"), rules);
  }

  @Test
  void publishesEachLevelFromTheDays(SparkSession spark) {
    // Ann writes on three days: one person in the week, never three.
    Dataset<Row> mentions =
        MentionRows.read(
            spark,
            """
            post_id | day        | author_key | kind   | voice
            1       | 2026-01-05 | ann        | post   | public
            2       | 2026-01-05 | bob        | reply  | public
            3       | 2026-01-06 | ann        | post   | public
            4       | 2026-01-06 | cid        | repost | public
            5       | 2026-01-08 | ann        | post   | public
            6       | 2026-01-08 | dan        | post   | public
            7       | 2026-01-08 | acme       | post   | company
            8       | 2026-01-09 | ann        | post   | public
            """);

    Dataset<Row> cells =
        CellEstimates.of(
            estimate(mentions, rules("2026-01-08", "2026-01-05", Map.of("2026-01-07", 1))),
            Conversation.CUBE);

    assertThat(
            TextTable.show(
                cells.filter("grouping_set = 'brand'"),
                "level",
                "period",
                "posts",
                "original_posts",
                "reposts",
                "replies",
                "people",
                "company_posts",
                "state",
                "partial",
                "source_gaps"))
        .isEqualTo(
            """
            level | period | posts | original_posts | reposts | replies | people | company_posts | state | partial | source_gaps
            day | 2026-01-05 | 2 | 2 | 0 | 1 | 2 | 0 | published | false | 0
            day | 2026-01-06 | 2 | 1 | 1 | 0 | 2 | 0 | published | false | 0
            day | 2026-01-07 | - | - | - | - | - | - | missing | false | 1
            day | 2026-01-08 | 2 | 2 | 0 | 0 | 2 | 1 | published | false | 0
            month | 2026-01-01 | 6 | 5 | 1 | 1 | 4 | 1 | published | true | 1
            quarter | 2026-01-01 | 6 | 5 | 1 | 1 | 4 | 1 | published | true | 1
            week | 2026-01-05 | 6 | 5 | 1 | 1 | 4 | 1 | published | true | 1
            """);
  }

  @Test
  void hidesARunningPeriodWithAHiddenDayUntilItHasEnded(SparkSession spark) {
    // Tuesday has one person, so Wednesday is hidden beside it.
    Dataset<Row> mentions =
        MentionRows.read(
            spark,
            """
            post_id | day        | author_key
            1       | 2026-01-05 | ann
            2       | 2026-01-05 | bob
            3       | 2026-01-06 | ann
            4       | 2026-01-07 | ann
            5       | 2026-01-07 | bob
            6       | 2026-01-07 | cid
            7       | 2026-01-08 | ann
            8       | 2026-01-08 | bob
            """);

    // The week of the night before would lay Tuesday open.
    assertThat(said(mentions, "2026-01-11"))
        .isEqualTo(
            """
            level | period | posts | state
            day | 2026-01-05 | 2 | published
            day | 2026-01-06 | - | suppressed
            day | 2026-01-07 | - | suppressed
            day | 2026-01-08 | 2 | published
            month | 2026-01-01 | - | suppressed
            quarter | 2026-01-01 | - | suppressed
            week | 2026-01-05 | - | suppressed
            """);
    assertThat(said(mentions, "2026-01-12"))
        .isEqualTo(
            """
            level | period | posts | state
            day | 2026-01-05 | 2 | published
            day | 2026-01-06 | - | suppressed
            day | 2026-01-07 | - | suppressed
            day | 2026-01-08 | 2 | published
            month | 2026-01-01 | 8 | published
            quarter | 2026-01-01 | 8 | published
            week | 2026-01-05 | 8 | published
            """);
  }

  private static String said(Dataset<Row> mentions, String night) {
    Dataset<Row> cells =
        CellEstimates.of(
            estimate(mentions, rules(night, "2026-01-05", Map.of())), Conversation.CUBE);
    return TextTable.show(
        cells.filter("grouping_set = 'brand' AND (posts > 0 OR state <> 'published')"),
        "level",
        "period",
        "posts",
        "state");
  }

  @Test
  void keepsWeeksThatCrossMonthsQuartersAndYears(SparkSession spark) {
    String text =
        IntStream.range(0, 21)
            .mapToObj(
                i -> {
                  LocalDate day = LocalDate.of(2025, 12, 22).plusDays(i);
                  return "a%d | %s | ann%nb%d | %s | bob".formatted(i, day, i, day);
                })
            .collect(joining("\n", "post_id | day | author_key\n", ""));

    Dataset<Row> cells =
        CellEstimates.of(
            estimate(MentionRows.read(spark, text), rules("2026-01-11", "2025-12-22", Map.of())),
            Conversation.CUBE);

    assertThat(
            TextTable.show(
                cells.filter("grouping_set = 'brand' AND level <> 'day'"),
                "level",
                "period",
                "posts",
                "people",
                "partial"))
        .isEqualTo(
            """
            level | period | posts | people | partial
            month | 2025-12-01 | 20 | 2 | false
            month | 2026-01-01 | 22 | 2 | true
            quarter | 2025-10-01 | 20 | 2 | false
            quarter | 2026-01-01 | 22 | 2 | true
            week | 2025-12-22 | 14 | 2 | false
            week | 2025-12-29 | 14 | 2 | false
            week | 2026-01-05 | 14 | 2 | false
            """);
  }

  @Test
  void estimatesTrustOfPeopleOtherThanTheCompany(SparkSession spark) {
    Dataset<Row> mentions =
        MentionRows.read(
            spark,
            """
            post_id | day        | author_key | kind   | voice   | negative | positive | language
            1       | 2026-01-05 | ann        | post   | public  | 200000   | 600000   | en
            2       | 2026-01-05 | ann        | post   | public  | 400000   | 200000   | en
            3       | 2026-01-05 | bob        | post   | public  | 100000   | 500000   | en
            4       | 2026-01-05 | cid        | repost | public  | 0        | 1000000  | en
            5       | 2026-01-05 | acme       | post   | company | 0        | 1000000  | en
            6       | 2026-01-05 | dan        | post   | public  | -        | -        | es
            7       | 2026-01-05 | eve        | post   | public  | -        | -        | es
            """);

    Row week =
        CellEstimates.of(
                estimate(mentions, rules("2026-01-11", "2026-01-05", Map.of())), Trust.CUBE)
            .filter("grouping_set = 'brand' AND level = 'week'")
            .head();

    // Ann's two posts weigh a half each: (0.3 + 0.1) / 2 and (0.4 + 0.5) / 2.
    assertThat(week.<Double>getAs("negative")).isEqualTo(0.2);
    assertThat(week.<Double>getAs("positive")).isEqualTo(0.45);
    assertThat(week.<Double>getAs("net")).isEqualTo(0.25);
    assertThat(week.<Double>getAs("voices")).isEqualTo(2.0);
    assertThat(week.<Long>getAs("posts_scored")).isEqualTo(3);
    assertThat(week.<Long>getAs("posts_unscored")).isEqualTo(2);
    assertThat(week.<Long>getAs("people")).isEqualTo(2);
    assertThat(week.<String>getAs("method")).isEqualTo("pcc");
    assertThat(week.<String>getAs("model_version")).isEqualTo("en-1");
    assertThat(week.<Double>getAs("net_low")).isLessThanOrEqualTo(week.getAs("net_posts_low"));
    assertThat(week.<Double>getAs("net_high")).isGreaterThanOrEqualTo(week.getAs("net_posts_high"));
  }

  @Test
  void judgesTheChangeFromThePeriodBefore(SparkSession spark) {
    // 200 people a week; glad in the first, angry in the second.
    String text =
        IntStream.range(0, 400)
            .mapToObj(
                i ->
                    "p%d | %s | a%d | %s"
                        .formatted(
                            i,
                            LocalDate.of(2026, 1, 5).plusDays(i % 7 + (i < 200 ? 0 : 7)),
                            i,
                            i < 200 ? "50000 | 900000" : "900000 | 50000"))
            .collect(joining("\n", "post_id | day | author_key | negative | positive\n", ""));

    Dataset<Row> trust =
        FalseDiscoveries.control(
            CellEstimates.of(
                estimate(
                    MentionRows.read(spark, text), rules("2026-01-18", "2026-01-05", Map.of())),
                Trust.CUBE));
    Row second =
        trust.filter("grouping_set = 'brand' AND level = 'week' AND period = '2026-01-12'").head();

    assertThat(second.<Double>getAs("net_change")).isCloseTo(-1.7, within(0.05));
    assertThat(second.<Boolean>getAs("net_change_told")).isTrue();
    Row first =
        trust.filter("grouping_set = 'brand' AND level = 'week' AND period = '2026-01-05'").head();
    assertThat(first.<Object>getAs("net_change_told")).isNull();
  }

  @Test
  void countsPeopleByTheirHighestActAndRatesOfTheCompany(SparkSession spark) {
    Dataset<Row> mentions =
        MentionRows.read(
            spark,
            """
            post_id | day        | author_key | kind   | voice   | likes | shares | comments
            1       | 2026-01-05 | ann        | repost | public  | 500   | 500    | -
            2       | 2026-01-05 | ann        | post   | public  | 1     | -      | -
            3       | 2026-01-05 | bob        | reply  | public  | 2     | -      | -
            4       | 2026-01-05 | cid        | quote  | public  | -     | -      | -
            5       | 2026-01-05 | acme       | post   | company | 10    | 4      | 1
            6       | 2026-01-05 | acme       | post   | company | 20    | -      | 2
            """);

    Dataset<Row> day =
        CellEstimates.of(
                estimate(mentions, rules("2026-01-11", "2026-01-05", Map.of())), Engagement.CUBE)
            .filter("level = 'day' AND period = '2026-01-05' AND grouping_set = 'brand_voice'");

    assertThat(
            TextTable.show(
                day,
                "voice",
                "original_posts",
                "likes",
                "posts_with_likes",
                "shares",
                "views",
                "applause",
                "amplification",
                "conversation_rate",
                "people",
                "people_sharing",
                "people_commenting",
                "people_producing"))
        .isEqualTo(
            """
            voice | original_posts | likes | posts_with_likes | shares | views | applause | amplification | conversation_rate | people | people_sharing | people_commenting | people_producing
            company | 2 | 30 | 2 | 4 | - | 15.0 | 4.0 | 1.5 | - | - | - | -
            public | 3 | 3 | 2 | - | - | - | - | - | 3 | 1 | 1 | 1
            """);
  }
}
