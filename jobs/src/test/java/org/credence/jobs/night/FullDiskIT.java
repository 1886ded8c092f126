package org.credence.jobs.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.credence.jobs.nightly.NightReport;
import org.credence.jobs.nightly.RunFailure;
import org.credence.settings.ExitCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights on a small disk of their own that is full sooner or later; for who may mount one. */
class FullDiskIT {

  private static final String NIGHT = "2026-03-02";

  @TempDir Path folder;
  private TestNight night;
  private Path work;

  @BeforeEach
  void aSmallDisk() throws Exception {
    night = TestNight.golden(folder);
    work = Files.createDirectory(folder.resolve("work"));
    assumeThat(mount("-t", "tmpfs", "-o", "size=200k", "tmpfs", work.toString()))
        .as("needs the right to mount a disk in memory")
        .isZero();
  }

  @AfterEach
  void noDisk() throws Exception {
    run(List.of("umount", "--lazy", work.toString()));
  }

  @Test
  void aFullDiskPublishesNothingAndLosesNothing() throws Exception {
    for (String size : new String[] {"200k", "800k"}) {
      assertThat(mount("-o", "remount,size=" + size, work.toString())).isZero();

      assertThatThrownBy(() -> night.run(NIGHT, false))
          .as(size)
          .isInstanceOfSatisfying(
              RunFailure.class,
              failure -> {
                assertThat(failure.exitCode()).isEqualTo(ExitCode.STORAGE);
                assertThat(failure.refusal().orElseThrow().reason()).isEqualTo("the disk is full");
              });
      assertThat(work.resolve("cubes/LATEST")).doesNotExist();
    }
    assertThat(mount("-o", "remount,size=500m", work.toString())).isZero();

    NightReport report = night.run(NIGHT, false);

    S3NightIT.assertGolden(work.resolve("cubes").resolve(report.edition().orElseThrow()));
  }

  private static int mount(String... options) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of("mount"));
    line.addAll(List.of(options));
    return run(line);
  }

  private static int run(List<String> line) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(line)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException noSuchCommand) {
      return 127;
    }
  }
}
