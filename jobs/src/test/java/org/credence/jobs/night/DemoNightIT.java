package org.credence.jobs.night;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.credence.cubes.Conversation;
import org.credence.cubes.Cube;
import org.credence.cubes.Trust;
import org.credence.jobs.cubes.AuditedNights;
import org.credence.jobs.simulate.TruthTable;
import org.credence.lake.Fence;
import org.credence.lake.Lake;
import org.credence.lake.LakeSession;
import org.credence.lake.Mentions;
import org.credence.lake.Posts;
import org.credence.lake.RejectedRecords;
import org.credence.settings.Settings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The last two nights of the embedded demo, held against the truth that was planted in its archive
 * and attacked with everything that both editions tell.
 */
class DemoNightIT {

  private static final String LAST_NIGHT = "2026-03-04";
  private static final String NIGHT = "2026-03-05";

  @TempDir static Path folder;
  private static Path truth;
  private static Path before;
  private static Path edition;
  private static Map<String, Long> saidBefore;
  private static Settings settings;
  private static SparkSession spark;
  private static Lake lake;

  @BeforeAll
  static void runTheNights() throws IOException {
    TestNight night = TestNight.demo(folder);
    settings = night.settings();
    Path cubes = folder.resolve("work/cubes");
    truth = folder.resolve("work/demo/truth.json");
    before = cubes.resolve(night.run(LAST_NIGHT, false).edition().orElseThrow());
    try (SparkSession session = open(night)) {
      saidBefore = Said.byDay(new Lake(session, Fence.OPEN));
    }
    edition = cubes.resolve(night.run(NIGHT, false).edition().orElseThrow());
    spark = open(night);
    lake = new Lake(spark, Fence.OPEN);
  }

  @AfterAll
  static void close() throws IOException {
    spark.close();
  }

  @Test
  void countsEveryBrandCellExactly() throws IOException {
    String[] counts = {"posts", "original_posts", "reposts", "replies", "people", "company_posts"};

    Map<String, String> told = published(Conversation.CUBE, counts);

    // On the night's own day nothing has been delivered yet.
    told.values().removeIf("0 0 0 0 0 0"::equals);
    assertThat(told).isEqualTo(truth(counts));
  }

  @Test
  void countsEveryVoiceExactly() throws IOException {
    Map<String, String> told = new TreeMap<>();
    for (Row row : brandCells(Trust.CUBE).collectAsList()) {
      told.put(key(row, "brand", "level", "period"), voices(row));
    }

    told.values().removeIf("0 0 0 0 0"::equals);
    assertThat(told)
        .isEqualTo(
            truth("posts_scored", "posts_unscored", "posts_bot", "people_scored", "weight_ppm"));
  }

  /** Voices are in millionths, as the truth's weights are. */
  private static String voices(Row row) {
    if (row.isNullAt(row.fieldIndex("voices"))) {
      return row.getAs("state");
    }
    long weight = Math.round(1e6 * row.<Double>getAs("voices"));
    return counts(row, "posts_scored", "posts_unscored", "posts_bot", "people") + " " + weight;
  }

  @Test
  void netTrustOfWeeksLiesInItsIntervals() throws IOException {
    Map<String, Double> nets = new TreeMap<>();
    for (TruthTable.Row row : TruthTable.rows(truth, "cells")) {
      nets.put(key(row, "brand", "level", "start"), Double.valueOf(row.get("net")));
    }
    List<Row> weeks = brandCells(Trust.CUBE).filter("level = 'week'").collectAsList();

    long covered = weeks.stream().filter(week -> contains(week, nets)).count();

    assertThat(weeks).hasSizeGreaterThanOrEqualTo(36);
    assertThat((double) covered / weeks.size()).isGreaterThanOrEqualTo(0.9);
  }

  private static boolean contains(Row week, Map<String, Double> nets) {
    double net = nets.getOrDefault(key(week, "brand", "level", "period"), Double.NaN);
    return week.<Double>getAs("net_posts_low") <= net
        && net <= week.<Double>getAs("net_posts_high");
  }

  @Test
  void tellsTheCrisisAndFewQuietWeeks() throws IOException {
    Set<String> told =
        brandCells(Trust.CUBE).filter("level = 'week' AND net_change_told").collectAsList().stream()
            .map(row -> key(row, "brand", "period"))
            .collect(toSet());
    List<String> quiet = keys("quiet_weeks", "brand", "week");
    TruthTable.Row crisis =
        TruthTable.rows(truth, "events").stream()
            .filter(event -> event.get("event").equals("crisis"))
            .findFirst()
            .orElseThrow();

    assertThat(told).contains(key(crisis, "brand", "from"));
    // At most 5% of them.
    assertThat(quiet.stream().filter(told::contains)).hasSizeLessThanOrEqualTo(quiet.size() / 20);
  }

  @Test
  void accountsForEveryFileAndTheMissingDay() throws IOException {
    Map<String, List<Integer>> files = new TreeMap<>();
    for (TruthTable.Row row : TruthTable.rows(truth, "files")) {
      files.merge(
          key(row, "source", "drop"),
          Stream.of("read", "accepted", "rejected", "duplicate", "out_of_scope", "notices")
              .map(row::number)
              .toList(),
          DemoNightIT::plus);
    }
    Map<String, String> told = new TreeMap<>();
    List<String> missing = new ArrayList<>();
    for (Row row : cube(edition, "coverage").collectAsList()) {
      if (row.getAs("gap")) {
        missing.add(key(row, "source", "period"));
        assertThat(row.<String>getAs("state")).isEqualTo("missing");
        assertThat(row.<Object>getAs("records_read")).isNull();
      } else {
        String[] columns = {
          "records_read", "accepted", "rejected", "duplicates", "out_of_scope", "notices"
        };
        told.put(key(row, "source", "period"), counts(row, columns));
      }
    }

    assertThat(told)
        .isEqualTo(
            files.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, file -> spaced(file.getValue()))));
    // The drop of a day comes the night after.
    List<String> gaps = new ArrayList<>();
    for (TruthTable.Row gap : TruthTable.rows(truth, "gaps")) {
      gaps.add(gap.get("source") + " " + LocalDate.parse(gap.get("day")).plusDays(1));
    }
    assertThat(missing).isEqualTo(gaps).hasSize(1);
    String day = gaps.get(0).split(" ")[1];
    assertThat(brandCells(Conversation.CUBE).filter("level = 'day' AND source_gaps > 0"))
        .satisfies(cells -> assertThat(periods(cells)).containsOnly(day));
  }

  @Test
  void noNightTripsAnAuditNotEvenInTheCrisisOrTheCampaign() throws IOException {
    assertThat(AuditedNights.findings(lake, settings, LocalDate.parse(NIGHT))).isEmpty();
  }

  @Test
  void rejectsExactlyTheBrokenLines() throws IOException {
    Map<String, Long> broken = new TreeMap<>();
    for (TruthTable.Row row : TruthTable.rows(truth, "files")) {
      if (row.number("rejected") > 0) {
        broken.put(row.get("file"), (long) row.number("rejected"));
      }
    }
    Map<String, Long> rejected = new TreeMap<>();
    lake.read(RejectedRecords.TABLE)
        .groupBy(Posts.FILE.col())
        .agg(count(lit(1)))
        .collectAsList()
        .forEach(row -> rejected.put(row.getString(0), row.getLong(1)));

    assertThat(rejected).isEqualTo(broken).isNotEmpty();
  }

  @Test
  void keepsNoDeletedPost() throws IOException {
    var totals = TruthTable.totals(truth);
    int erased = totals.get("erased").asInt() + totals.get("erased_before_delivery").asInt();

    assertThat(erased).isPositive();
    assertThat(lake.read(Posts.TABLE).count()).isEqualTo(totals.get("posts").asInt() - erased);
  }

  @Test
  void theLoudPersonIsOneVoiceADay() throws IOException {
    String brand =
        TruthTable.rows(truth, "events").stream()
            .filter(event -> event.get("event").equals("loud_person"))
            .map(event -> event.get("brand"))
            .findFirst()
            .orElseThrow();
    long mostByOne =
        lake.read(Mentions.TABLE)
            .filter(Mentions.BRAND.col().equalTo(brand).and(Mentions.VOICE.col().equalTo("public")))
            .filter(Posts.AUTHOR_KEY.col().isNotNull())
            .groupBy(Posts.AUTHOR_KEY.col())
            .agg(count(lit(1)).as("mentions"))
            .orderBy(desc("mentions"))
            .head()
            .getLong(1);
    List<Row> days =
        brandCells(Trust.CUBE)
            .filter(col("brand").equalTo(brand).and(col("level").equalTo("day")))
            .collectAsList();

    assertThat(mostByOne).isGreaterThanOrEqualTo(500);
    for (Row day : days) {
      // A voice split over many posts loses less than a millionth a post.
      assertThat(Math.abs(day.<Double>getAs("voices") - day.<Long>getAs("people")))
          .isLessThan(0.001);
    }
  }

  @Test
  void noAttackRecoversAHiddenCell() {
    Map<String, Long> said = Said.byDay(lake);
    for (Attack attack :
        List.of(new Attack("conversation", Said.POSTS), new Attack("trust", Said.SCORED))) {
      attack.on(cube(before, attack.cube()).collectAsList(), saidBefore, LAST_NIGHT);
      attack.on(cube(edition, attack.cube()).collectAsList(), said, NIGHT);

      assertThat(attack.hidden()).as(attack.cube()).hasSizeGreaterThan(100);
      assertThat(attack.recovered()).as(attack.cube()).isEmpty();
      assertThat(attack.knowingRunningPeriods().recovered()).as(attack.cube()).isNotEmpty();
    }
  }

  private static SparkSession open(TestNight night) {
    return LakeSession.open(night.settings(), "a look at the demo", Optional.of("local[2]"));
  }

  private static Dataset<Row> cube(Path of, String name) {
    return spark.read().parquet(of.resolve(name).toString());
  }

  private static Dataset<Row> brandCells(Cube cube) {
    return cube(edition, cube.name()).filter("grouping_set = 'brand'");
  }

  private static Map<String, String> published(Cube cube, String... counts) {
    Map<String, String> cells = new TreeMap<>();
    for (Row row : brandCells(cube).collectAsList()) {
      cells.put(key(row, "brand", "level", "period"), counts(row, counts));
    }
    return cells;
  }

  private static Map<String, String> truth(String... counts) throws IOException {
    Map<String, String> cells = new TreeMap<>();
    for (TruthTable.Row row : TruthTable.rows(truth, "cells")) {
      cells.put(
          key(row, "brand", "level", "start"), spaced(Stream.of(counts).map(row::get).toList()));
    }
    return cells;
  }

  private static List<String> keys(String table, String... columns) throws IOException {
    return TruthTable.rows(truth, table).stream().map(row -> key(row, columns)).toList();
  }

  private static String key(TruthTable.Row row, String... columns) {
    return spaced(Stream.of(columns).map(row::get).toList());
  }

  private static String key(Row row, String... columns) {
    return counts(row, columns);
  }

  private static String counts(Row row, String... columns) {
    return spaced(
        Stream.of(columns).map(column -> String.valueOf(row.<Object>getAs(column))).toList());
  }

  private static String spaced(List<?> values) {
    return String.join(" ", values.stream().map(String::valueOf).toList());
  }

  private static Set<String> periods(Dataset<Row> cells) {
    return cells.collectAsList().stream()
        .map(row -> String.valueOf(row.<Object>getAs("period")))
        .collect(toSet());
  }

  private static List<Integer> plus(List<Integer> one, List<Integer> other) {
    List<Integer> sum = new ArrayList<>();
    for (int i = 0; i < one.size(); i++) {
      sum.add(one.get(i) + other.get(i));
    }
    return sum;
  }
}
