package org.credence.jobs.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.credence.jobs.nightly.NightReport;
import org.credence.jobs.s3.S3Server;
import org.credence.settings.ExitCode;
import org.credence.settings.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night with archive, lake, models, cubes, reports and runs on a real S3 server. */
class S3NightIT {

  private static final String NIGHT = "2026-03-02";

  /** Clients are cached by bucket: the next server has another port. */
  @AfterEach
  void forgetClients() throws IOException {
    FileSystem.closeAll();
  }

  @Test
  void theNightGivesTheGoldenRows(@TempDir Path folder) throws Exception {
    try (S3Server server = S3Server.start(folder.resolve("s3"))) {
      TestNight night = onS3(server, folder, S3Server.SECRET);

      NightReport report = night.run(NIGHT, false);

      Path cubes = folder.resolve("s3").resolve(S3Server.BUCKET).resolve("cubes");
      assertGolden(cubes.resolve(report.edition().orElseThrow()));
      assertThat(night.run(NIGHT, false).plan().idle()).isTrue();
    }
  }

  static void assertGolden(Path edition) throws IOException {
    assertGolden(CubeText.of(edition));
  }

  static void assertGolden(Map<String, String> rows) throws IOException {
    assertThat(rows).isNotEmpty();
    for (Map.Entry<String, String> cube : rows.entrySet()) {
      assertThat(cube.getValue())
          .as(cube.getKey())
          .isEqualTo(Files.readString(GoldenNightIT.EXPECTED.resolve(cube.getKey() + ".txt")));
    }
  }

  @Test
  void wrongKeysEndTheNightWithTheCodeOfStorage(@TempDir Path folder) throws Exception {
    try (S3Server server = S3Server.start(folder.resolve("s3"))) {
      TestNight night = onS3(server, folder, "a-wrong-secret");

      assertThatThrownBy(() -> night.run(NIGHT, false))
          .isInstanceOfSatisfying(
              Refusal.class,
              refusal -> {
                assertThat(refusal.exitCode()).isEqualTo(ExitCode.STORAGE);
                assertThat(refusal.getMessage()).doesNotContain("a-wrong-secret");
              });
    }
  }

  private static TestNight onS3(S3Server server, Path folder, String secret) throws IOException {
    return onS3(server, folder, server.properties(secret));
  }

  static TestNight onS3(S3Server server, Path folder, Map<String, String> client)
      throws IOException {
    return onS3(TestNight.golden(folder.resolve("workplace")), server, folder, client);
  }

  /** The archive is laid down undisturbed, whatever the night's own way to the server is. */
  static TestNight onS3(TestNight night, S3Server server, Path folder, Map<String, String> client)
      throws IOException {
    upload(night.folder().resolve("archive"), server);
    for (String place : new String[] {"archive", "lake", "models", "cubes", "reports", "runs"}) {
      night.set("locations." + place, "s3a://" + S3Server.BUCKET + "/" + place);
    }
    night.set("catalog.type", "jdbc");
    night.set(
        "catalog.uri",
        "\"jdbc:sqlite:file:" + folder.resolve("catalog.db") + "?busy_timeout=60000\"");
    for (Map.Entry<String, String> property : client.entrySet()) {
      night.spark("spark.hadoop." + property.getKey(), property.getValue());
    }
    return night;
  }

  /** By the server's own door: what is laid on its disk otherwise has no ETag. */
  private static void upload(Path archive, S3Server server) throws IOException {
    Configuration hadoop = new Configuration();
    server.properties(S3Server.SECRET).forEach(hadoop::set);
    URI root = URI.create("s3a://" + S3Server.BUCKET);
    try (FileSystem s3 = FileSystem.newInstance(root, hadoop)) {
      s3.copyFromLocalFile(
          new org.apache.hadoop.fs.Path(archive.toUri()),
          new org.apache.hadoop.fs.Path(root + "/archive"));
    }
  }
}
