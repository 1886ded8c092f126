package org.credence.jobs.night;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.credence.jobs.nightly.NightReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights whose upkeep forgets all it may: the next is incremental, and the cubes are the same. */
class MaintainNightIT {

  private static final String LAST = "2026-03-02";

  @Test
  void aLakeThatForgetsGivesTheSameCubesIncrementally(@TempDir Path folder) throws IOException {
    TestNight nights = TestNight.golden(folder);
    nights.set("upkeep.snapshot-nights", "1");
    nights.set("editions.keep-nights", "2");
    nights.set("editions.keep-month-ends", "false");
    nights.run("2026-02-25", false);
    nights.run("2026-02-26", false);
    Path orphan = folder.resolve("work/lake/credence/posts/data/orphan.parquet");
    Files.write(orphan, new byte[10]);
    Path half = folder.resolve("work/cubes/2026-02-24-00000000/trust/part.parquet");
    Files.createDirectories(half.resolveSibling(""));
    Files.write(half, new byte[10]);
    nights.run("2026-02-27", false);
    JsonNode thorough = stage(nights.maintain("2026-02-27"), "maintain");
    assertThat(thorough.path("orphan_files").asInt()).isEqualTo(1);
    assertThat(orphan).doesNotExist();
    assertThat(half).as("swept by the night itself").doesNotExist();
    assertThat(thorough.path("files_written").asInt()).isPositive();

    NightReport report = nights.run(LAST, false);

    assertThat(stage(report, "ingest").path("posts_added").asInt()).isPositive();
    assertThat(stage(report, "apply").path("scope").asText()).startsWith("new");
    assertThat(stage(report, "maintain").path("snapshots_expired").asInt()).isPositive();
    Map<String, String> cubes = CubeText.ofAnyModels(edition(folder, report));
    for (Map.Entry<String, String> cube : cubes.entrySet()) {
      assertThat(cube.getValue())
          .as(cube.getKey())
          .isEqualTo(Files.readString(GoldenNightIT.EXPECTED.resolve(cube.getKey() + ".txt")));
    }
    try (Stream<Path> editions = Files.list(folder.resolve("work/cubes"))) {
      assertThat(
              editions.map(path -> path.getFileName().toString().replaceFirst("(.{10}).*", "$1")))
          .containsOnly("2026-02-27", LAST, "LATEST", "latest");
    }
    assertThat(nights.run(LAST, false).plan().idle()).isTrue();
  }

  @Test
  void oldTextsGoAndNumbersStayWhenPostsAreScoredAgain(@TempDir Path folder) throws IOException {
    TestNight nights = TestNight.golden(folder);
    nights.set("retention.text-days", "1");
    nights.set("upkeep.disk-budget-gb", "0.000001");
    NightReport first = nights.run(LAST, false);
    Map<String, String> before = CubeText.of(edition(folder, first));
    JsonNode maintained = stage(first, "maintain");
    assertThat(maintained.path("text_months_cleared")).isNotEmpty();
    assertThat(maintained.path("bytes_over_budget").asLong()).isPositive();

    // Another brand scores the posts of the last days again.
    Path brands = folder.resolve("conf/brands.yaml");
    Files.writeString(
        brands,
        Files.readString(brands)
            + "  - {id: nobody, name: Nobody, aliases: [nobodyspeaksofit], accounts: {},"
            + " exclude: [], competitors: []}\n");
    NightReport second = nights.run(LAST, false);

    assertThat(stage(second, "apply").path("scope").asText())
        .isEqualTo("posts of the last days again");
    assertThat(stage(second, "maintain").path("text_months_cleared")).isEmpty();
    assertThat(CubeText.of(edition(folder, second)).get("trust")).contains(lines(before, "trust"));
  }

  private static Iterable<String> lines(Map<String, String> cubes, String cube) {
    return cubes.getOrDefault(cube, "").lines().skip(1).toList();
  }

  private static Path edition(Path folder, NightReport report) {
    return folder.resolve("work/cubes").resolve(report.edition().orElseThrow());
  }

  private static JsonNode stage(NightReport report, String name) {
    JsonNode record = new ObjectMapper().valueToTree(report.record());
    return StreamSupport.stream(record.path("stages").spliterator(), false)
        .filter(stage -> stage.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow()
        .path("figures");
  }
}
