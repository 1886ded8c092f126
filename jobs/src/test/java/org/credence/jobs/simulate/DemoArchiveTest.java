package org.credence.jobs.simulate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.credence.jobs.simulate.Found.FoundPost;
import org.credence.settings.BrandsFile.Brand;
import org.credence.settings.Settings;
import org.credence.settings.SourcesFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole demo, read back. */
class DemoArchiveTest {

  private static final Path CONF = Path.of("../conf");

  @TempDir static Path out;
  private static SimulationReport report;
  private static Recount recount;

  @BeforeAll
  static void writeTheDemo() throws IOException {
    report = Simulation.write(out, SimulationOptions.DEMO);
    recount = new Recount(report.archive(), Settings.load(CONF, Map.of()).brands().brands());
  }

  @Test
  void holdsSixtyNightsAndSixtyThousandPosts() throws IOException {
    assertThat(report.posts()).isGreaterThanOrEqualTo(60_000).isLessThan(80_000);
    try (Stream<Path> drops = Files.list(report.archive().resolve("twitter"))) {
      assertThat(drops.map(drop -> drop.getFileName().toString()).sorted())
          .hasSize(60)
          .startsWith("2026-01-05")
          .endsWith("2026-03-05");
    }
  }

  @Test
  void accountsForEveryRecordOfEveryFile() throws IOException {
    Map<String, List<Integer>> told = new TreeMap<>();
    for (TruthTable.Row row : TruthTable.rows(report.truth(), "files")) {
      told.put(
          row.get("file"),
          Stream.of("read", "accepted", "rejected", "duplicate", "out_of_scope", "notices")
              .map(row::number)
              .toList());
    }

    assertThat(recount.files).isEqualTo(told);
    assertThat(told).hasSize(report.files());
    assertThat(told.values()).allMatch(c -> c.get(0) == c.stream().mapToInt(i -> i).sum() / 2);
  }

  @Test
  void tellsPostsAndPeopleOfEveryBrandAndDayExactly() throws IOException {
    Map<String, List<Integer>> told = new TreeMap<>();
    for (TruthTable.Row row : TruthTable.rows(report.truth(), "cells")) {
      if (row.get("level").equals("day")) {
        told.put(
            row.get("brand") + " " + row.get("start"),
            Stream.of("posts", "reposts", "company_posts", "people", "posts_bot", "posts_unscored")
                .map(row::number)
                .toList());
      }
    }
    Map<String, List<Integer>> counted = new TreeMap<>();
    recount.tallies.forEach(
        (key, t) ->
            counted.put(
                key, List.of(t.posts, t.reposts, t.company, t.people.size(), t.bot, t.unscored)));

    assertThat(counted).isEqualTo(told);
  }

  @Test
  void tellsTheLatestCounts() throws IOException {
    Map<String, List<Long>> told = new TreeMap<>();
    for (TruthTable.Row row : TruthTable.rows(report.truth(), "responses")) {
      List<Long> sums =
          Stream.of("likes", "shares", "comments").map(row::number).map(Long::valueOf).toList();
      told.merge(row.get("brand") + " " + row.get("month").substring(0, 7), sums, this::plus);
    }
    Map<String, List<Long>> counted = new TreeMap<>();
    recount.tallies.forEach(
        (key, t) ->
            counted.merge(
                key.substring(0, key.length() - 3),
                List.of(t.likes, t.shares, t.comments),
                this::plus));

    assertThat(counted).isEqualTo(told);
  }

  private List<Long> plus(List<Long> one, List<Long> other) {
    return IntStream.range(0, one.size()).mapToObj(i -> one.get(i) + other.get(i)).toList();
  }

  @Test
  void plantsACrisisAndARecovery() throws IOException {
    double before = net("drelvano", "2026-01-26");
    double crisis = net("drelvano", "2026-02-02");
    double recovery = net("drelvano", "2026-02-09");
    double after = net("drelvano", "2026-02-16");

    assertThat(before - crisis).isGreaterThan(0.6);
    assertThat(after - crisis).isGreaterThan(0.6);
    assertThat(recovery).isBetween(-0.55, -0.15);
  }

  @Test
  void keepsQuietWeeksQuiet() throws IOException {
    List<TruthTable.Row> quiet = TruthTable.rows(report.truth(), "quiet_weeks");

    assertThat(quiet).hasSize(23);
    for (TruthTable.Row row : quiet) {
      String before = LocalDate.parse(row.get("week")).minusWeeks(1).toString();
      assertThat(net(row.get("brand"), row.get("week")) - net(row.get("brand"), before))
          .as("%s %s", row.get("brand"), row.get("week"))
          .isBetween(-0.12, 0.12);
    }
  }

  @Test
  void plantsCampaignThreadBotAndLoudPerson() throws IOException {
    Map<String, Integer> botDays = new HashMap<>();
    for (TruthTable.Row row : TruthTable.rows(report.truth(), "cells")) {
      if (row.get("level").equals("day") && row.number("posts_bot") > 0) {
        botDays.put(row.get("start"), row.number("posts_bot"));
      }
    }
    JsonNode totals = TruthTable.totals(report.truth());

    assertThat(week("quilzane", "2026-02-16").number("posts"))
        .isGreaterThan(2 * week("quilzane", "2026-02-09").number("posts"));
    assertThat(botDays).hasSize(10);
    assertThat(botDays.values()).allMatch(posts -> posts >= 30);
    assertThat(postsOf(new Crowd(SimulationOptions.DEMO.seed(), 1).loud())).isEqualTo(500);
    assertThat(repliesTo(totals.get("viral_post").asText())).isGreaterThanOrEqualTo(1_500);
    assertThat(totals.get("erased").asInt()).isBetween(110, 200);
    assertThat(totals.get("erased_before_delivery").asInt()).isEqualTo(3);
  }

  @Test
  void leavesOutOneDayOfOneSource() {
    assertThat(report.archive().resolve("care/2026-02-11")).doesNotExist();
    assertThat(recount.posts.entrySet())
        .noneMatch(
            post ->
                post.getKey().startsWith("twitter/4")
                    && post.getKey().length() == "twitter/4000000".length()
                    && Recount.day(post.getValue()).equals(LocalDate.of(2026, 2, 10)));
  }

  @Test
  void labelsTwoThousandPostsOfTheFirstFortyNights() throws IOException {
    List<List<String>> rows =
        Files.readAllLines(report.labels()).stream()
            .map(line -> List.of(line.split("\t")))
            .toList();

    assertThat(rows.get(0)).containsExactly("id", "language", "group", "text", "label", "day");
    List<List<String>> labels = rows.subList(1, rows.size());
    assertThat(labels).hasSize(2_000);
    assertThat(labels).allMatch(row -> row.get(5).compareTo("2026-02-12") <= 0);
    Map<String, Integer> strata = new TreeMap<>();
    labels.forEach(row -> strata.merge(row.get(2) + " " + row.get(1), 1, Integer::sum));
    assertThat(strata).hasSize(8).allSatisfy((stratum, n) -> assertThat(n).isEqualTo(250));
    Set<String> known = Set.copyOf(recount.posts.values().stream().map(FoundPost::id).toList());
    assertThat(labels).allMatch(row -> known.contains(row.get(0)));
  }

  /** What its texts tell about their class, by a model that has seen very many. */
  @Test
  void hasTextsThatAModelLearnsButNotToTheLast() {
    Composer composer = new Composer();
    Dice dice = Dice.of(1, "texts");
    for (String language : List.of("en", "fr")) {
      NaiveBayes model = new NaiveBayes();
      NaiveBayes beginner = new NaiveBayes();
      for (int i = 0; i < 20_000; i++) {
        Polarity polarity = Polarity.values()[i % 3];
        String text = composer.about(Cast.draw(dice), language, polarity, dice).text();
        model.learn(text, polarity);
        if (i < 900) {
          beginner.learn(text, polarity);
        }
      }
      int right = 0;
      int begun = 0;
      for (int i = 0; i < 4_000; i++) {
        Polarity polarity = Polarity.values()[i % 3];
        String text = composer.about(Cast.draw(dice), language, polarity, dice).text();
        right += model.guess(text) == polarity ? 1 : 0;
        begun += beginner.guess(text) == polarity ? 1 : 0;
      }
      assertThat(right / 4_000.0)
          .as("accuracy after 20,000 %s texts", language)
          .isBetween(0.80, 0.88);
      assertThat(begun / 4_000.0).as("accuracy after 900 %s texts", language).isBetween(0.70, 0.84);
    }
  }

  @Test
  void isWhatTheShippedConfigurationNames() {
    Settings settings = Settings.load(CONF, Map.of());
    List<Brand> brands = settings.brands().brands();

    assertThat(brands).extracting(Brand::id).isEqualTo(Cast.FIRMS.stream().map(Firm::id).toList());
    assertThat(brands)
        .extracting(Brand::aliases)
        .isEqualTo(Cast.FIRMS.stream().map(Firm::aliases).toList());
    assertThat(brands)
        .extracting(brand -> brand.accounts().get("twitter"))
        .isEqualTo(
            Cast.FIRMS.stream()
                .map(firm -> List.of(firm.page(), firm.care(), firm.spokesperson()))
                .toList());
    assertThat(settings.sources().sources())
        .extracting(SourcesFile.Source::folder, SourcesFile.Source::platform)
        .isEqualTo(
            Stream.of(Source.values())
                .map(source -> tuple(source.folder(), source.platform()))
                .toList());
  }

  private static double net(String brand, String week) throws IOException {
    return Double.parseDouble(week(brand, week).get("net"));
  }

  private static TruthTable.Row week(String brand, String week) throws IOException {
    return TruthTable.rows(report.truth(), "cells").stream()
        .filter(row -> row.get("brand").equals(brand) && row.get("level").equals("week"))
        .filter(row -> row.get("start").equals(week))
        .findFirst()
        .orElseThrow();
  }

  private static long postsOf(Author author) {
    return recount.posts.values().stream()
        .filter(post -> post.author().equals(author.id()))
        .count();
  }

  private static long repliesTo(String id) throws IOException {
    long replies = 0;
    try (Stream<Path> files = Files.walk(report.archive().resolve("twitter"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = new String(ArchiveRecount.unpacked(file), UTF_8);
        replies +=
            text.lines()
                .filter(line -> line.contains("\"in_reply_to_status_id_str\":\"" + id + "\""))
                .count();
      }
    }
    return replies;
  }
}
