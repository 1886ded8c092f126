package org.credence.jobs.nightly;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.credence.archive.AuthorKey;
import org.credence.models.Methodologies;
import org.credence.models.Methodology;
import org.credence.settings.Settings;
import org.credence.storage.Storage;
import org.credence.testing.ConfFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a change of settings would break and cost, on a lake of 41 nights, without Spark. */
class ForesightTest {

  private static final String KEY = "a key of the tests";
  private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
  private static final LocalDate NIGHT = LocalDate.parse("2026-02-10");
  private static final String EDITION = "2026-02-10-e1";

  @TempDir Path root;
  private ConfFolder conf;
  private Methodology before;

  @BeforeEach
  void aLakeThatIsPublished() throws IOException {
    conf = ConfFolder.in(root);
    for (LocalDate day : FIRST.datesUntil(NIGHT.plusDays(1)).toList()) {
      write("archive/twitter/" + day + "/posts.json", "x".repeat(100));
    }
    before = Methodology.of(settings(), Map.of(), new AuthorKey(KEY).fingerprint());
    new Methodologies(Storage.local(root.resolve("work/models").toUri())).keep(before);
    write("work/cubes/LATEST", EDITION + "\n");
    write(
        "work/cubes/" + EDITION + "/edition.json",
        """
        {"format": 2, "name": "%s", "night": "%s", "methodology_version": "1", "taxonomy_version": "t",
         "inputs": {"methodologies": "%s"}, "cubes": {}, "before": "", "accepted": [],
         "intake": {%s}}
        """
            .formatted(EDITION, NIGHT, before.id(), intake()));
    run("2026-01-20", 900, "apply 1.5 100", "cubes 3.0 0");
    run("2026-02-09", 500, "ingest 2.0 0", "apply 4.0 2000", "cubes 9.0 0");
    run("2026-02-10", 100, "apply 2.0 500", "cubes 4.0 0");
  }

  /** A thousand posts in each of the last ten nights. */
  private static String intake() {
    return NIGHT
        .minusDays(9)
        .datesUntil(NIGHT.plusDays(1))
        .map("\"%s\": {\"twitter\": [1000, 0, 0, 0]}"::formatted)
        .collect(joining(", "));
  }

  private void run(String date, long bytes, String... stages) throws IOException {
    String told =
        Stream.of(stages)
            .map(stage -> stage.split(" "))
            .map(
                s ->
                    "{\"name\": \"%s\", \"ran\": true, \"seconds\": %s, \"figures\": {\"posts\": %s}}"
                        .formatted(s[0], s[1], s[2]))
            .collect(joining(", "));
    write(
        "work/runs/" + date + "/001.json",
        "{\"run\": \"%s-001\", \"inputs\": {\"new_bytes\": %d}, \"stages\": [%s]}"
            .formatted(date, bytes, told));
  }

  @Test
  void anotherBrandScoresTheWindowAgainAndBreaksTheSeries() {
    conf.replace("brands.yaml", "aliases: [globex]", "aliases: [globo]");

    Foresight foresight = foresee(false);

    SeriesBreak found = foresight.seriesBreak().orElseThrow();
    assertThat(found.from()).isEqualTo(LocalDate.parse("2026-01-07"));
    assertThat(found.whole()).isFalse();
    assertThat(found.changes()).containsExactly("the brands globex");
    assertThat(found.before()).isEqualTo(before.id());
    assertThat(found.after()).isNotEqualTo(before.id());
    // 10,000 posts in ten nights, so 35,000 in 35: the largest run read 2,000 in four seconds.
    assertThat(foresight.costs())
        .contains(
            new Cost(
                Step.APPLY,
                OptionalLong.of(35_000),
                OptionalLong.of(3_500),
                OptionalDouble.of(70),
                "2026-02-09-001"),
            new Cost(
                Step.CUBES,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalDouble.of(9),
                "2026-02-09-001"),
            new Cost(
                Step.REPORT,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalDouble.empty(),
                ""));
  }

  @Test
  void aWindowOverAllDropsBreaksNothing() {
    conf.replace("brands.yaml", "aliases: [globex]", "aliases: [globo]");
    conf.replace("credence.yaml", "nights: 35", "nights: 41");

    assertThat(foresee(false).seriesBreak().orElseThrow().whole()).isTrue();
  }

  @Test
  void withoutAChangeNothingBreaksAndStagesTakeWhatTheyMostlyTake() {
    conf.replace("brands.yaml", "name: Globex", "name: Globex SA");

    Foresight foresight = foresee(false);

    assertThat(foresight.seriesBreak()).isEmpty();
    assertThat(foresight.costs())
        .contains(
            new Cost(
                Step.APPLY,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalDouble.of(2),
                "2026-02-10-001"));
  }

  @Test
  void forceScoresAllDaysSoNothingBreaks() {
    conf.replace("brands.yaml", "aliases: [globex]", "aliases: [globo]");

    assertThat(foresee(true).seriesBreak()).isEmpty();
  }

  @Test
  void anEditionOfAnOlderReleaseTellsNothing() throws IOException {
    write("work/cubes/LATEST", "none\n");

    assertThat(foresee(false).seriesBreak()).isEmpty();
  }

  private Foresight foresee(boolean force) {
    NightOptions options =
        new NightOptions(
            "plan", Optional.empty(), Step.all(), force, Optional.empty(), Optional.empty());
    return new Nightly(settings(), Map.of(AuthorKey.VARIABLE, KEY), new CodeVersion("1", "aaa"))
        .foresee(options)
        .orElseThrow();
  }

  private Settings settings() {
    return Settings.load(conf.path(), Map.of());
  }

  private void write(String file, String content) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, content);
  }
}
