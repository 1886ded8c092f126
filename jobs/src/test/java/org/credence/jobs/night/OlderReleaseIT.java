package org.credence.jobs.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.SparkSession;
import org.credence.cubes.Cube;
import org.credence.cubes.CubeRegistry;
import org.credence.cubes.Survey;
import org.credence.jobs.nightly.NightReport;
import org.credence.jobs.nightly.RollbackRun;
import org.credence.lake.Field;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lakes and editions that older releases wrote; see releases/README.md in the test resources. */
class OlderReleaseIT {

  /** Whole paths stand in their tables. */
  private static final Path FOLDER = Path.of("/tmp/credence-lake-of-an-older-release");

  private static final String BEFORE = "2026-03-01";
  private static final String NIGHT = "2026-03-02";

  @BeforeEach
  @AfterEach
  void clear() throws IOException {
    FileUtils.deleteDirectory(FOLDER.toFile());
  }

  @ParameterizedTest
  @ValueSource(strings = "2026-11")
  void theNextNightGoesOnFromThem(String release) throws Exception {
    TestNight night = TestNight.golden(FOLDER);
    unpack(release);
    Path cubes = FOLDER.resolve("work/cubes");
    String before = Files.readString(cubes.resolve("LATEST")).strip();
    assertThat(before).startsWith(BEFORE);

    NightReport report = night.run(NIGHT, false);

    String edition = report.edition().orElseThrow();
    S3NightIT.assertGolden(CubeText.ofAnyModels(cubes.resolve(edition)));
    assertThat(String.valueOf(report.record().get("stages")))
        .as(
            "what was there stays, but for the two posts of pages whose kinds of reactions are read now")
        .contains("posts_added=14, posts_replaced=2")
        .doesNotContain("(everything)");
    everyFileHasTheColumnsOfToday(cubes.resolve(edition));
    assertThat(night.run(NIGHT, false).plan().idle()).isTrue();
    assertThat(new RollbackRun(night.settings()).run(Optional.empty()).edition().name())
        .isEqualTo(before);
  }

  private static void unpack(String release) throws Exception {
    Path archive = Path.of("src/test/resources/releases").resolve(release + ".tar.gz");
    List<String> tar = List.of("tar", "-xzf", archive.toString(), "-C", FOLDER.toString());
    assertThat(new ProcessBuilder(tar).inheritIO().start().waitFor()).isZero();
  }

  private static void everyFileHasTheColumnsOfToday(Path edition) throws IOException {
    try (SparkSession spark = spark()) {
      for (Cube cube : CubeRegistry.SHIPPED.cubes()) {
        if (cube.equals(Survey.CUBE)) {
          continue;
        }
        String[] columns = cube.table().fields().stream().map(Field::column).toArray(String[]::new);
        try (Stream<Path> files = Files.walk(edition.resolve(cube.name()))) {
          for (Path file : files.filter(path -> path.toString().endsWith(".parquet")).toList()) {
            assertThat(spark.read().parquet(file.toString()).columns())
                .as(file.toString())
                .contains(columns);
          }
        }
      }
    }
  }

  private static SparkSession spark() {
    return SparkSession.builder()
        .master("local[1]")
        .config("spark.ui.enabled", false)
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .getOrCreate();
  }
}
