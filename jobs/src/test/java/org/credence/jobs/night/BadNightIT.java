package org.credence.jobs.night;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights over bad files and on bad places, by the launcher as a user would, with its own heap. */
class BadNightIT {

  private static final String DATE = "2026-03-02";
  private static final String DROP = "twitter/" + DATE + "/";

  /** What must never be written anywhere. */
  private static final Map<String, String> SECRETS =
      Map.of(
          "CREDENCE_AUTHOR_KEY", "planted-author-key-of-the-test",
          "CREDENCE_CATALOG_USER", "planted-catalog-user",
          "CREDENCE_CATALOG_PASSWORD", "planted-catalog-password",
          "AWS_ACCESS_KEY_ID", "planted-aws-access-key",
          "AWS_SECRET_ACCESS_KEY", "planted-aws-secret-key");

  @TempDir Path folder;
  private TestNight night;
  private BadFiles files;

  @BeforeEach
  void aWorkplaceWithSecrets() throws IOException {
    night = TestNight.golden(folder.resolve("workplace"));
    night.set("catalog.type", "jdbc");
    night.set("catalog.uri", "jdbc:sqlite:file:" + folder.resolve("workplace/catalog.db"));
    night.spark("spark.hadoop.fs.s3a.access.key", "planted-s3-access-key");
    night.spark("spark.hadoop.fs.s3a.secret.key", "planted-s3-secret-key");
    files = new BadFiles(night.folder().resolve("archive").resolve(DROP));
  }

  @Test
  void badFilesNeverStopTheOthersAndNothingIsLost() throws Exception {
    files.write();

    Answered first = launch("nightly", "--date", DATE);

    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.json().path("status").asText()).isEqualTo("published with gaps");
    assertThat(failures(first))
        .isEqualTo(
            new TreeMap<>(
                Map.of(
                    DROP + "away.json", "file_gone",
                    DROP + "cut.json.bz2", "truncated_file",
                    DROP + "cut.json.gz", "truncated_file",
                    DROP + "cut.json.zst", "truncated_file",
                    DROP + "damaged.json.gz", "corrupt_compression",
                    DROP + "page.json", "html_page")));
    assertThat(first.json().path("gaps").toString())
        .contains("not read to its end: " + DROP + "cut.json.gz, truncated_file");
    assertThat(first.err()).contains("away.json, file_gone: it went away", "it stays due");
    // A broken line of the golden archive, a cut one, one too long, two implausible dates.
    assertThat(ingest(first).path("rejected").asInt()).isEqualTo(5);
    assertThat(coverage(first)).contains("| twitter | true | 10 | 6 | ");

    Answered plan = launch("ingest", "--date", DATE, "--plan");
    assertThat(plan.json().path("stages").path(0).path("why").asText()).startsWith("1 new drop");

    files.bringBack();
    Answered second = launch("ingest", "--date", DATE);

    assertThat(second.exitCode()).as(second.err()).isZero();
    assertThat(ingest(second).path("posts_added").asInt()).isEqualTo(4);
    assertThat(ingest(second).path("accepted").asInt()).isEqualTo(4);
    assertThat(second.json().path("gaps").toString()).doesNotContain("away.json");
    assertThat(launch("ingest", "--date", DATE).json().path("status").asText())
        .isEqualTo("nothing to do");
    assertNoSecretIsWritten();
  }

  @Test
  void aLakeThatCannotBeWrittenEndsTheNightWithTheCodeOfStorage() throws Exception {
    Path file = Files.writeString(night.folder().resolve("file"), "");
    night.set("catalog.type", "hadoop");
    night.set("locations.lake", file.resolve("lake").toString());

    Answered answered = launch("nightly", "--date", DATE);

    assertThat(answered.exitCode()).as(answered.err()).isEqualTo(6);
    assertThat(answered.json().path("problem").asText()).startsWith("Can't create file:");
    assertThat(answered.json().path("remedy").asText()).contains("credence.yaml");
    assertThat(answered.err().lines().filter(line -> line.startsWith("credence: "))).hasSize(1);
    assertNoSecretIsWritten();
  }

  private static Map<String, String> failures(Answered answered) {
    Map<String, String> failures = new TreeMap<>();
    ingest(answered)
        .path("failures")
        .fields()
        .forEachRemaining(failed -> failures.put(failed.getKey(), failed.getValue().asText()));
    return failures;
  }

  private static JsonNode ingest(Answered answered) {
    return answered.json().path("stages").path(0).path("figures");
  }

  /** The line of the drop in the cube of coverage. */
  private String coverage(Answered answered) throws IOException {
    Path cubes = night.folder().resolve("work/cubes");
    String edition = answered.json().path("edition").asText();
    String coverage = CubeText.of(cubes.resolve(edition)).getOrDefault("coverage", "");
    return coverage
        .lines()
        .filter(line -> line.contains("twitter") && line.contains(DATE))
        .findFirst()
        .orElse("");
  }

  /** Logs, records, reports, tables: everything but the settings, where a user has put them. */
  private void assertNoSecretIsWritten() throws IOException {
    List<Path> written;
    try (Stream<Path> all = Files.walk(folder)) {
      written =
          all.filter(Files::isRegularFile)
              .filter(file -> !file.startsWith(night.folder().resolve("conf")))
              .filter(file -> !file.startsWith(night.folder().resolve("archive")))
              .toList();
    }
    assertThat(written).anyMatch(file -> file.toString().endsWith(".log"));
    for (Path file : written) {
      String content = Files.readString(file, StandardCharsets.ISO_8859_1);
      assertThat(content.contains("planted-")).as(file.toString()).isFalse();
    }
  }

  private record Answered(int exitCode, JsonNode json, String err) {}

  /** What is printed stays in files, among which secrets are looked for. */
  private Answered launch(String... arguments) throws Exception {
    List<String> line = new ArrayList<>(List.of(arguments));
    line.addAll(List.of("--json", "--master", "local[2]"));
    Launched launched = Launched.start(night, SECRETS, line.toArray(String[]::new));
    int exitCode = launched.end();
    return new Answered(exitCode, new ObjectMapper().readTree(launched.answer()), launched.told());
  }
}
