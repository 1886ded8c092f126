package org.credence.jobs.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is frozen (SIGSTOP) while it scores, succeeded by another, and wakes up. */
class FrozenNightIT {

  private static final String NIGHT = "2026-03-02";
  private static final int BUSY = 7;

  @Test
  void whoWakesUpWritesNothingMore(@TempDir Path folder) throws Exception {
    TestNight night = TestNight.golden(folder);
    Launched frozen = nightly(night);
    frozen.awaitLine("apply +scoring");
    frozen.signal("STOP");

    Launched next = nightly(night);
    assertThat(next.end()).as(next.told()).isEqualTo(BUSY);
    assertThat(next.told()).contains("is busy", "it is held by run " + NIGHT);
    while (next.end() == BUSY) {
      // As a scheduler does; the lease of the frozen run expires after a good minute.
      TimeUnit.SECONDS.sleep(15);
      next = nightly(night);
    }
    assertThat(next.end()).as(next.told()).isZero();
    Path cubes = folder.resolve("work/cubes");
    String published = Files.readString(cubes.resolve("LATEST"));
    S3NightIT.assertGolden(cubes.resolve(published.strip()));

    frozen.signal("CONT");

    assertThat(frozen.end()).as(frozen.told()).isEqualTo(BUSY);
    assertThat(Files.readString(cubes.resolve("LATEST"))).isEqualTo(published);
    Launched idle = nightly(night);
    assertThat(idle.end()).isZero();
    assertThat(Files.readString(idle.out())).contains("Nothing to do for " + NIGHT);
  }

  private static Launched nightly(TestNight night) throws Exception {
    return Launched.start(night, Map.of(), "nightly", "--date", NIGHT, "--master", "local[2]");
  }
}
