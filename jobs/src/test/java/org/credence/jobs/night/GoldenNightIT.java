package org.credence.jobs.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.credence.cubes.Conversation;
import org.credence.cubes.Level;
import org.credence.jobs.nightly.NightReport;
import org.credence.jobs.nightly.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A small archive through to the rows of each cube, exact. After a wanted change run with {@code
 * -Dgolden.write=true}, and read the difference before it is committed.
 */
class GoldenNightIT {

  static final Path EXPECTED = Path.of("src/test/resources/golden/expected");
  private static final String NIGHT = "2026-03-02";

  @Test
  void aBacklogGivesTheRowsOfEachCube(@TempDir Path folder) throws IOException {
    TestNight night = TestNight.golden(folder);

    NightReport report = night.run(NIGHT, false);

    Map<String, String> cubes = cubes(night, report);
    for (Map.Entry<String, String> cube : cubes.entrySet()) {
      Path expected = EXPECTED.resolve(cube.getKey() + ".txt");
      if (Boolean.getBoolean("golden.write")) {
        Files.createDirectories(EXPECTED);
        Files.writeString(expected, cube.getValue());
      }
      assertThat(cube.getValue()).as(cube.getKey()).isEqualTo(Files.readString(expected));
    }
    assertThat(Files.readString(folder.resolve("work/reports/" + NIGHT + "/index.html")))
        .contains("Lumora", "Kestrane", "<main lang=\"fr\">");
  }

  @Test
  void againNightByNightAndByForceGiveTheSameRows(@TempDir Path folder) throws IOException {
    TestNight nights = TestNight.golden(folder);
    String first = nights.run("2026-02-26", false).edition().orElseThrow();
    NightReport last = nights.run(NIGHT, false);
    Map<String, String> byNight = CubeText.ofAnyModels(edition(nights, last));
    Map<String, List<String>> lastChanges =
        CubeText.lastChanges(edition(nights, last), Conversation.CUBE, Level.DAY);
    assertThat(lastChanges.get("2026-02-23")).as("what nobody restated").contains(first);
    assertThat(lastChanges.get("2026-03-01")).containsExactly(last.edition().orElseThrow());

    NightReport again = nights.run(NIGHT, false);
    Map<String, String> forced = CubeText.ofAnyModels(edition(nights, nights.run(NIGHT, true)));

    assertThat(again.plan().idle()).isTrue();
    assertThat(nights.stage(Step.TRAIN, NIGHT, "by a scheduler").plan().idle()).isTrue();
    assertThat(Files.readString(nights.folder().resolve("work/runs/2026-03-02/003.json")))
        .as("the record of a stage that had nothing to do")
        .contains("\"run_id\" : \"by a scheduler\"", "\"name\" : \"train\"", "\"ran\" : false");
    assertThat(forced).isEqualTo(byNight);
    for (Map.Entry<String, String> cube : byNight.entrySet()) {
      assertThat(cube.getValue())
          .as(cube.getKey())
          .isEqualTo(Files.readString(EXPECTED.resolve(cube.getKey() + ".txt")));
    }
  }

  private static Map<String, String> cubes(TestNight night, NightReport report) throws IOException {
    return CubeText.of(edition(night, report));
  }

  private static Path edition(TestNight night, NightReport report) {
    return night.folder().resolve("work/cubes").resolve(report.edition().orElseThrow());
  }
}
