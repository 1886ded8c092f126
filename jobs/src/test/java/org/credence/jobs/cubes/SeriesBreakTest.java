package org.credence.jobs.cubes;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.credence.cubes.Conversation;
import org.credence.cubes.Trust;
import org.credence.jobs.cubes.Epochs.Marks;
import org.credence.settings.BrandsFile;
import org.credence.settings.BrandsFile.Brand;
import org.credence.testing.SparkTest;
import org.credence.testing.TextTable;
import org.junit.jupiter.api.Test;

/** Three weeks of which the last one and a half were scored in another way. */
@SparkTest
class SeriesBreakTest {

  private static final LocalDate FIRST = LocalDate.parse("2026-01-05");
  private static final LocalDate BREAK = LocalDate.parse("2026-01-14");
  private static final int DAYS = 21;
  private static final Map<String, Marks> OLD = Map.of("acme", new Marks("c", "s1"));
  private static final Map<String, Marks> NEW = Map.of("acme", new Marks("c", "s2"));

  /** Twelve people a day, in two languages; the new model finds everything better. */
  private static Dataset<Row> mentions(SparkSession spark, LocalDate from, String... brands) {
    String text =
        IntStream.range(0, DAYS * 12)
            .filter(i -> !FIRST.plusDays(i / 12).isBefore(from))
            .boxed()
            .flatMap(i -> List.of(brands).stream().map(brand -> line(i, brand)))
            .collect(
                joining("\n", "post_id | brand | day | author_key | negative | positive\n", ""));
    return MentionRows.read(spark, text);
  }

  private static String line(int i, String brand) {
    LocalDate day = FIRST.plusDays(i / 12);
    int negative = 100_000 + 20_000 * (i % 12) + (day.isBefore(BREAK) ? 400_000 : 0);
    return "%s%d | %s | %s | a%d | %d | %d"
        .formatted(brand, i, brand, day, i, negative, (1_000_000 - negative) / 2);
  }

  private static Dataset<Row> estimate(Dataset<Row> mentions, Epochs epochs, String... brands) {
    CellRules rules = CellEstimatesTest.rules("2026-01-25", FIRST.toString(), Map.of(), epochs);
    return CellEstimates.estimate(
        PartsOfDay.of(mentions, PartsOfDayTest.RULES), List.of(brands), rules);
  }

  private static Dataset<Row> trust(Dataset<Row> cells) {
    return CellEstimates.of(cells, Trust.CUBE).filter("grouping_set = 'brand'");
  }

  @Test
  void nothingIsComparedAcrossABreakNorDrawnOverIt(SparkSession spark) {
    Epochs epochs = EpochsTest.two(BREAK, OLD, NEW, CellEstimatesTest.QUALITY);
    Dataset<Row> cells =
        trust(estimate(mentions(spark, FIRST, "acme"), epochs, "acme"))
            .selectExpr("*", "net_change IS NOT NULL AS compared")
            .persist();

    assertThat(
            TextTable.show(
                cells.filter("level <> 'day' OR period BETWEEN '2026-01-12' AND '2026-01-16'"),
                "level",
                "period",
                "posts_scored",
                "compared",
                "series_break",
                "series",
                "taxonomy_version"))
        .isEqualTo(
            """
            level | period | posts_scored | compared | series_break | series | taxonomy_version
            day | 2026-01-12 | 12 | true | false | s1 | taxonomy of old
            day | 2026-01-13 | 12 | true | false | s1 | taxonomy of old
            day | 2026-01-14 | 12 | false | true | s2 | taxonomy of new
            day | 2026-01-15 | 12 | true | false | s2 | taxonomy of new
            day | 2026-01-16 | 12 | true | false | s2 | taxonomy of new
            month | 2026-01-01 | 252 | false | true | mixed | taxonomy of new,taxonomy of old
            quarter | 2026-01-01 | 252 | false | true | mixed | taxonomy of new,taxonomy of old
            week | 2026-01-05 | 84 | false | false | s1 | taxonomy of old
            week | 2026-01-12 | 84 | false | true | mixed | taxonomy of new,taxonomy of old
            week | 2026-01-19 | 84 | false | true | s2 | taxonomy of new
            """);
    // Small cells are drawn to days of their own series only: without others all is as it is.
    String[] shown = {"period", "net", "net_low", "net_high", "positive", "negative"};
    String after = "level = 'day' AND period >= '%s'".formatted(BREAK);
    Dataset<Row> alone = trust(estimate(mentions(spark, BREAK, "acme"), epochs, "acme"));
    assertThat(TextTable.show(cells.filter(after), shown))
        .isEqualTo(TextTable.show(alone.filter(after), shown))
        .contains("2026-01-14 | ");
    cells.unpersist();
  }

  @Test
  void aNewBrandIsUnknownBeforeAndShareOfVoiceWithIt(SparkSession spark) {
    Map<String, Marks> both = Map.of("acme", new Marks("c", "s"), "globex", new Marks("d", "t"));
    Epochs epochs =
        EpochsTest.two(BREAK, Map.of("acme", new Marks("c", "s")), both, CellEstimatesTest.QUALITY);
    Dataset<Row> mentions =
        mentions(spark, FIRST, "acme").unionByName(mentions(spark, BREAK, "globex"));
    BrandsFile brands = new BrandsFile(List.of(brand("acme", "globex"), brand("globex", "acme")));

    Dataset<Row> conversation =
        ShareOfVoice.add(
                CellEstimates.of(estimate(mentions, epochs, "acme", "globex"), Conversation.CUBE),
                brands,
                epochs)
            .persist();

    assertThat(
            TextTable.show(
                conversation.filter(
                    "grouping_set = 'brand' AND (level = 'week' OR period = '2026-01-13')"),
                "level",
                "period",
                "brand",
                "posts",
                "share_of_voice",
                "state",
                "series_break",
                "series"))
        .isEqualTo(
            """
            level | period | brand | posts | share_of_voice | state | series_break | series
            day | 2026-01-13 | acme | 12 | - | published | false | c
            day | 2026-01-13 | globex | - | - | missing | false | -
            week | 2026-01-05 | acme | 84 | - | published | false | c
            week | 2026-01-05 | globex | - | - | missing | false | -
            week | 2026-01-12 | acme | 84 | - | published | false | c
            week | 2026-01-12 | globex | 60 | - | published | true | mixed
            week | 2026-01-19 | acme | 84 | 0.5 | published | false | c
            week | 2026-01-19 | globex | 84 | 0.5 | published | true | d
            """
                .replace("false | -\n", "false | \n"));
    // Where nothing is said there is no row: still, nobody had been listened to.
    assertThat(
            conversation
                .filter("grouping_set = 'brand_language' AND period < '%s'".formatted(BREAK))
                .filter("share_of_voice IS NOT NULL")
                .isEmpty())
        .isTrue();
    conversation.unpersist();
  }

  private static Brand brand(String id, String competitor) {
    return new Brand(id, id, List.of(id), Map.of(), List.of(), List.of(competitor));
  }
}
