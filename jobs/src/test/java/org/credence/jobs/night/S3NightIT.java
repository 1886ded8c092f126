package org.credence.jobs.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.hadoop.fs.FileSystem;
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
    TestNight night = TestNight.golden(folder.resolve("workplace"));
    TestNight.copy(
        night.folder().resolve("archive"),
        folder.resolve("s3").resolve(S3Server.BUCKET).resolve("archive"));
    for (String place : new String[] {"archive", "lake", "models", "cubes", "reports", "runs"}) {
      night.set("locations." + place, "s3a://" + S3Server.BUCKET + "/" + place);
    }
    night.set("catalog.type", "jdbc");
    night.set(
        "catalog.uri",
        "\"jdbc:sqlite:file:" + folder.resolve("catalog.db") + "?busy_timeout=60000\"");
    for (Map.Entry<String, String> property : server.properties(secret).entrySet()) {
      night.spark("spark.hadoop." + property.getKey(), property.getValue());
    }
    return night;
  }
}
