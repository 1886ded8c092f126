package org.credence.jobs.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.credence.jobs.nightly.NightReport;
import org.credence.jobs.nightly.RunFailure;
import org.credence.jobs.s3.FaultyNetwork;
import org.credence.jobs.s3.FaultyNetwork.Fault;
import org.credence.jobs.s3.S3Server;
import org.credence.settings.ExitCode;
import org.credence.settings.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A night whose way to S3 drops, delays, throttles, errs and cuts answers short. {@code
 * -Dfaults.seed=N} draws other requests for it.
 */
class S3FaultsIT {

  private static final String NIGHT = "2026-03-02";
  private static final long SEED = Long.getLong("faults.seed", 20260302);

  @AfterEach
  void forgetClients() throws IOException {
    FileSystem.closeAll();
  }

  @Test
  void theNightEndsRightOrWithTheCodeOfStorageAndNoTrace(@TempDir Path folder) throws Exception {
    try (S3Server server = S3Server.start(folder.resolve("s3"))) {
      for (double rate : new double[] {0.2, 0.06}) {
        try (FaultyNetwork network = FaultyNetwork.before(server.endpoint(), SEED, rate)) {
          Optional<ExitCode> failure = failure(night(server, network, folder, 1));

          assertThat(failure.orElse(ExitCode.STORAGE)).isEqualTo(ExitCode.STORAGE);
          assertThat(Files.exists(cubes(folder).resolve("LATEST"))).isEqualTo(failure.isEmpty());
        }
      }
      try (FaultyNetwork network = FaultyNetwork.before(server.endpoint(), SEED, 0.03)) {
        NightReport report = night(server, network, folder, 8).run(NIGHT, true);

        assertThat(network.done())
            .containsOnlyKeys(Fault.values())
            .allSatisfy(S3FaultsIT::happened);
        S3NightIT.assertGolden(cubes(folder).resolve(report.edition().orElseThrow()));
      }
    }
  }

  private static Optional<ExitCode> failure(TestNight night) throws IOException {
    try {
      night.run(NIGHT, false);
      return Optional.empty();
    } catch (RunFailure failure) {
      return Optional.of(failure.exitCode());
    } catch (Refusal refusal) {
      return Optional.of(refusal.exitCode());
    } finally {
      FileSystem.closeAll();
    }
  }

  private static TestNight night(S3Server server, FaultyNetwork network, Path folder, int attempts)
      throws IOException {
    Map<String, String> client =
        new LinkedHashMap<>(S3Server.properties(S3Server.SECRET, network.endpoint()));
    client.put("fs.s3a.attempts.maximum", String.valueOf(attempts));
    client.put("fs.s3a.retry.limit", String.valueOf(attempts));
    client.put("fs.s3a.retry.interval", "50ms");
    client.put("fs.s3a.retry.throttle.interval", "50ms");
    return S3NightIT.onS3(server, folder, client);
  }

  private static void happened(Fault fault, int times) {
    assertThat(times).as(fault.name()).isPositive();
  }

  private static Path cubes(Path folder) {
    return folder.resolve("s3").resolve(S3Server.BUCKET).resolve("cubes");
  }
}
