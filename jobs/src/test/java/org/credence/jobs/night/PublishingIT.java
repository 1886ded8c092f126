package org.credence.jobs.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.credence.cubes.AuditRule;
import org.credence.jobs.nightly.ModelRollback;
import org.credence.jobs.nightly.NightReport;
import org.credence.jobs.nightly.RollbackRun;
import org.credence.jobs.nightly.RunFailure;
import org.credence.jobs.nightly.SeriesBreak;
import org.credence.settings.ExitCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** An operator's week on one lake: several nights, an audit, a rollback, late data. */
@TestMethodOrder(OrderAnnotation.class)
class PublishingIT {

  @TempDir static Path folder;
  private static TestNight nights;
  private static String first = "";
  private static String second = "";
  private static String later = "";

  @BeforeAll
  static void aLakeThatIsEmpty() throws IOException {
    nights = TestNight.golden(folder);
    // On 26 February one of two daily sources delivers nothing.
    nights.set("audits.missing-sources", "0.4");
  }

  private static String coverage(String edition) throws IOException {
    Path cubes = folder.resolve("work/cubes");
    return CubeText.of(cubes.resolve(edition)).getOrDefault("coverage", "");
  }

  private static String latest() throws IOException {
    return Files.readString(folder.resolve("work/cubes/LATEST")).strip();
  }

  private static String read(String file) throws IOException {
    return Files.readString(folder.resolve("work").resolve(file));
  }

  @Test
  @Order(1)
  void severalNightsStopAtTheFirstThatFails() throws IOException {
    List<NightReport> done = new ArrayList<>();

    assertThatThrownBy(() -> nights.backfill("2026-02-25", "2026-02-27", done::add))
        .isInstanceOfSatisfying(
            RunFailure.class,
            failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.AUDIT_FAILED))
        .hasStackTraceContaining("1 of 2 daily sources delivered nothing for 2026-02-26: reviews");

    assertThat(done)
        .extracting(night -> night.plan().date().toString())
        .containsExactly("2026-02-25");
    first = done.get(0).edition().orElseThrow();
    assertThat(latest()).isEqualTo(first).startsWith("2026-02-25-");
    assertThat(read("runs/2026-02-25/001.json")).contains("\"status\" : \"published\"");
    assertThat(read("runs/2026-02-26/001.json")).contains("\"exit_code\" : 5", "coverage-gaps");
    assertThat(folder.resolve("work/runs/2026-02-27")).doesNotExist();
    assertThat(SparkSession.getDefaultSession().isEmpty()).isTrue();
  }

  @Test
  @Order(2)
  void anAcceptedAuditIsToldWhereverTheEditionIs() throws IOException {
    NightReport night =
        nights.accepting("2026-02-26", Map.of(AuditRule.COVERAGE_GAPS, "they <i>strike</i>"));

    second = night.edition().orElseThrow();
    assertThat(latest()).isEqualTo(second).startsWith("2026-02-26-");
    assertThat(night.accepted()).containsExactly("coverage-gaps accepted: they <i>strike</i>");
    assertThat(read("runs/2026-02-26/002.json"))
        .contains("\"reason\" : \"they <i>strike</i>\"", "1 of 2 daily sources");
    assertThat(read("cubes/" + second + "/edition.json"))
        .contains("\"audit\" : \"coverage-gaps\"", "\"before\" : \"" + first + "\"");
    assertThat(read("cubes/" + second + "/dictionary/audits.en.md")).contains("more than 0.4");
    assertThat(read("reports/2026-02-26/index.html"))
        .contains("coverage-gaps: 1 of 2 daily sources delivered nothing for 2026-02-26: reviews")
        .contains("Accepted because: they &lt;i&gt;strike&lt;/i&gt;")
        .contains("1 des 2 sources quotidiennes", "Publié malgré un audit en échec")
        .doesNotContain("<i>strike");
  }

  @Test
  @Order(3)
  void aRollbackStandsUntilSomethingChanges() throws IOException {
    RollbackRun.Outcome outcome = new RollbackRun(nights.settings()).run(Optional.empty());

    assertThat(outcome.edition().name()).isEqualTo(latest()).isEqualTo(first);
    assertThat(outcome.withdrawn().name()).isEqualTo(second);
    assertThat(Files.readSymbolicLink(folder.resolve("work/cubes/latest"))).hasToString(first);
    assertThat(read("runs/2026-02-26/003.json")).contains("rolled back", first, second);
    assertThat(read("reports/2026-02-26/index.html"))
        .contains("This report was withdrawn", "Ce rapport a été retiré", first)
        .doesNotContain("Lumora");

    NightReport again = nights.run("2026-02-26", false);

    assertThat(again.plan().idle()).isTrue();
    assertThat(again.rolledBack().orElseThrow().from()).isEqualTo(second);
    assertThat(latest()).isEqualTo(first);
  }

  @Test
  @Order(4)
  void theSameCellsDoNotComeBackUnasked() throws IOException {
    // No author writes so much: what is due again gives the same cells.
    nights.set("bots.posts-per-day", "30");

    NightReport same = nights.run("2026-02-26", false);

    assertThat(same.plan().idle()).isFalse();
    assertThat(latest()).isEqualTo(first);
    assertThat(String.valueOf(same.record().get("stages")))
        .contains("withheld=" + second, "which was rolled back (--force), so " + first + " stands");
    assertThat(nights.run("2026-02-26", false).plan().idle()).isTrue();
  }

  @Test
  @Order(5)
  void theNextNightPublishesFromTheEditionThatStands() throws IOException {
    NightReport next = nights.run("2026-02-28", false);

    later = next.edition().orElseThrow();
    assertThat(latest()).isEqualTo(later).startsWith("2026-02-28-");
    assertThat(next.rolledBack()).isEmpty();
    assertThat(read("cubes/" + later + "/edition.json")).contains("\"before\" : \"" + first + "\"");
  }

  @Test
  @Order(6)
  void lateDropsOfOlderNightsRestateAndNeverGoBack() throws IOException {
    String before = coverage(later);
    Path drop = folder.resolve("archive/twitter/2026-02-25");
    Files.writeString(
        drop.resolve("late.json"),
        Files.readString(drop.resolve("tweets.json"))
            .lines()
            .map(line -> line.replaceAll("\"id(_str)?\":\"?1", "$09"))
            .limit(3)
            .reduce("", (all, line) -> all + line + "\n"));
    List<NightReport> done = new ArrayList<>();

    nights.backfill("2026-02-24", "2026-02-27", done::add);

    assertThat(done)
        .extracting(NightReport::outcome)
        .satisfiesExactly(
            idle -> assertThat(idle).startsWith("nothing to do"),
            late -> assertThat(late).endsWith("as of 2026-02-28"),
            idle -> assertThat(idle).startsWith("nothing to do"),
            idle -> assertThat(idle).startsWith("nothing to do"));
    String restated = done.get(1).edition().orElseThrow();
    assertThat(latest()).isEqualTo(restated).startsWith("2026-02-28-").isNotEqualTo(later);
    assertThat(done.get(1).report().orElseThrow()).endsWith("2026-02-28/index.html");
    String now = coverage(restated);
    // One drop of one source has other counts; all others are as they were.
    assertThat(now.lines().filter(line -> !before.contains(line)))
        .singleElement()
        .satisfies(line -> assertThat(line).contains("2026-02-25", "twitter", "| 2 | 0 | 14 |"));
    assertThat(nights.run("2026-02-28", false).plan().idle()).isTrue();
    assertThat(nights.plans("2026-02-24", "2026-02-28")).allMatch(plan -> plan.idle());
  }

  @Test
  @Order(7)
  void aNightOfOneEmptyDropIsMissingAndPublishes() throws IOException {
    Path drop = Files.createDirectories(folder.resolve("archive/twitter/2026-03-03"));
    Files.writeString(drop.resolve("tweets.json"), "");

    NightReport night = nights.run("2026-03-03", false);

    assertThat(night.status()).isEqualTo("published with gaps");
    assertThat(night.gaps())
        .contains("empty drop of twitter: 2026-03-03")
        .anyMatch(gap -> gap.startsWith("no drop of reviews: ") && gap.endsWith("2026-03-03"));
    String edition = night.edition().orElseThrow();
    assertThat(latest()).isEqualTo(edition).startsWith("2026-03-03-");
    assertThat(ofDay(edition, "coverage"))
        .containsExactly(
            "day | 2026-03-03 | source | reviews | true | - | - | - | - | - | - | - | - | true |"
                + " missing | false | 1 | false",
            "day | 2026-03-03 | source | twitter | true | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | true |"
                + " published | false | 1 | false");
    assertThat(ofDay(edition, "conversation"))
        .isNotEmpty()
        .allMatch(cell -> cell.endsWith(" - | - | - | missing | false | 2 | false"));
  }

  private static List<String> ofDay(String edition, String cube) throws IOException {
    return CubeText.of(folder.resolve("work/cubes").resolve(edition))
        .getOrDefault(cube, "")
        .lines()
        .filter(line -> line.startsWith("day | 2026-03-03 |"))
        .toList();
  }

  @Test
  @Order(8)
  void anotherBrandBreaksItsSeriesAndNoOther() throws IOException {
    String before = trust(latest());
    nights.set("rescoring.nights", "5");
    Path brands = folder.resolve("conf/brands.yaml");
    Files.writeString(
        brands,
        Files.readString(brands).replace("aliases: [Kestrane]", "aliases: [Kestrane, qwertz]"));

    SeriesBreak planned = nights.foresee("2026-03-03").seriesBreak().orElseThrow();
    String edition = nights.run("2026-03-03", false).edition().orElseThrow();

    assertThat(planned.changes()).containsExactly("the brands kestrane");
    assertThat(planned.from()).hasToString("2026-02-27");
    assertThat(read("cubes/" + edition + "/edition.json"))
        .contains(
            "\"methodologies\" : \"%s,2026-02-27=%s\""
                .formatted(planned.before(), planned.after()));
    String after = trust(edition);
    assertThat(of("lumora", after)).isEqualTo(of("lumora", before)).isNotEmpty();
    assertThat(after.lines().filter(line -> line.endsWith("| true")))
        .isNotEmpty()
        .allMatch(line -> line.contains("| kestrane |"))
        .anyMatch(line -> line.startsWith("day | 2026-02-27 | brand | kestrane"))
        .anyMatch(line -> line.startsWith("month | 2026-02-01 | brand | kestrane"));
    assertThat(nights.run("2026-03-03", false).plan().idle()).isTrue();
    assertThat(nights.foresee("2026-03-03").seriesBreak()).isEmpty();
  }

  @Test
  @Order(9)
  void surveysStandBesideTheCubesAndChangeNoneOfThem() throws IOException {
    Map<String, String> before = CubeText.of(folder.resolve("work/cubes").resolve(latest()));
    Files.writeString(
        folder.resolve("wave.csv"),
        """
        wave,country,brand,attribute,importance,performance,n
        2026-01,FR,lumora,listens-to-customers,61,34.5,1150
        2026-01,FR,,listens-to-customers,58,41,2
        """);
    nights.set("surveys", "[wave.csv]");

    String edition = nights.run("2026-03-03", false).edition().orElseThrow();

    Map<String, String> after = CubeText.of(folder.resolve("work/cubes").resolve(edition));
    assertThat(after.remove("survey"))
        .isEqualTo(
            """
            level | period | grouping_set | brand | country | attribute | importance | performance | respondents | state | partial | source_gaps | series_break
            day | 2026-01-01 | brand_country_attribute | all | FR | listens-to-customers | - | - | - | suppressed | false | 0 | false
            day | 2026-01-01 | brand_country_attribute | lumora | FR | listens-to-customers | 0.610 | 0.345 | 1150 | published | false | 0 | false
            """);
    assertThat(after).isEqualTo(before);
    assertThat(nights.run("2026-03-03", false).plan().idle()).isTrue();
  }

  @Test
  @Order(10)
  void aModelThatServedBeforeServesAgain() throws IOException {
    Path labels = folder.resolve("labels/sentiment.tsv");
    String before = champion();
    List<String> rows = new ArrayList<>(Files.readAllLines(labels));
    rows.remove(rows.size() - 1);
    Files.write(labels, rows);
    nights.run("2026-03-03", false);
    String after = champion();

    ModelRollback.Outcome outcome =
        new ModelRollback(nights.settings()).run("en", Optional.empty());
    NightReport next = nights.run("2026-03-03", false);

    assertThat(outcome).extracting("version", "withdrawn").containsExactly(before, after);
    assertThat(champion()).isEqualTo(before).isNotEqualTo(after);
    assertThat(trust(next.edition().orElseThrow())).contains("| kestrane |");
    assertThat(read("runs/2026-03-03/" + outcome.record().replaceFirst(".*/", "")))
        .contains("\"command\" : \"rollback\"", "\"model\" : \"" + before);
    assertThat(nights.run("2026-03-03", false).plan().idle()).isTrue();
    assertThatThrownBy(() -> new ModelRollback(nights.settings()).run("en", Optional.of("x")))
        .hasMessageContaining("There are: " + after);
    assertThatThrownBy(() -> new ModelRollback(nights.settings()).run("de", Optional.empty()))
        .hasMessageContaining("no model serves the language 'de'");
  }

  private static String champion() throws IOException {
    return read("models/sentiment/en/champion").strip();
  }

  private static List<String> of(String brand, String cube) {
    return cube.lines().filter(line -> line.contains("| " + brand + " |")).toList();
  }

  private static String trust(String edition) throws IOException {
    return CubeText.of(folder.resolve("work/cubes").resolve(edition)).getOrDefault("trust", "");
  }
}
