package org.credence.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.credence.settings.ExitCode;
import org.credence.testing.ConfFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubmitTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "s3-2.29.52.jar, s3",
    "iceberg-spark-runtime-4.1_2.13-1.12.0.jar, iceberg-spark-runtime",
    "spark-hadoop-cloud_2.13-4.1.1.jar, spark-hadoop-cloud_2.13",
    "netty-tcnative-boringssl-static-2.0.74.Final-linux-x86_64.jar, netty-tcnative-boringssl-static",
    "jackson-annotations-2.20.jar, jackson-annotations",
    "credence-common-0.1.0.jar, credence-common",
    "langid.jar, langid"
  })
  void aJarIsKnownByItsNameWithoutVersion(String jar, String artifact) {
    assertThat(ShippedJars.artifact(Path.of(jar))).isEqualTo(artifact);
  }

  @Test
  void onlyWhatTheDistributionLacksIsShipped() throws IOException {
    jars("lib", "spark-sql_2.13-4.1.0.jar", "s3-2.29.52.jar", "guava-32.jar", "picocli-4.7.7.jar");
    jars("spark/jars", "spark-sql_2.13-4.1.0.jar", "guava-33.jar", "hadoop-client-api-3.4.2.jar");

    assertThat(ShippedJars.lacking(folder.resolve("lib"), folder.resolve("spark/jars")))
        .extracting(jar -> String.valueOf(jar.getFileName()))
        .containsExactly("picocli-4.7.7.jar", "s3-2.29.52.jar");
  }

  @Test
  void aDriverElsewhereGetsTheConfFolder() {
    assertThat(submission("yarn", true).shipsConf()).isTrue();
    assertThat(submission("k8s://https://host", true).shipsConf()).isTrue();
    assertThat(submission("spark://host:7077", true).shipsConf()).isFalse();
    assertThat(submission("yarn", false).shipsConf()).isFalse();
  }

  @Test
  void theConfFolderIsPackedWithItsSparkFiles() throws IOException {
    Path conf = ConfFolder.in(folder).write("airflow/dag.py", "x").path();
    Path zip = folder.resolve("work/conf.zip");

    ConfArchive.write(conf, zip);

    try (ZipFile packed = new ZipFile(zip.toFile())) {
      assertThat(packed.stream().map(Object::toString))
          .containsExactly(
              "brands.yaml",
              "credence.yaml",
              "sources.yaml",
              "spark/cluster.conf",
              "spark/local.conf",
              "trust-model.yaml");
    }
  }

  /** In cluster mode spark-submit ends with 0 whatever became of the driver. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          0  | State of driver driver-2026 is FINISHED, exiting | -  | OK
          0  | State of driver driver-2026 is FAILED, exiting   | -  | CONFIGURATION
          0  | State of driver driver-2026 is FAILED, exiting   | 5  | AUDIT_FAILED
          0  | State of driver driver-2026 is FINISHED, exiting | 0  | OK
          0  | no word of a driver                              | -  | OK
          4  | no word of a driver                              | -  | INPUT_NOT_READY
          1  | All masters are unresponsive! Giving up.         | -  | STORAGE
          1  | Error: something else                            | -  | CONFIGURATION
          70 | whatever                                         | -  | BUG
          """)
  void theVerdictIsNeverTakenFromTheExitCodeAlone(
      int process, String line, Integer recorded, ExitCode verdict) {
    SubmitVerdict output = new SubmitVerdict();
    output.line("26/03/05 INFO ClientEndpoint: State of driver driver-2026 is RUNNING");
    output.line(line.startsWith("State") ? "INFO ClientEndpoint: " + line : line);
    if (!line.startsWith("State")) {
      output = new SubmitVerdict();
      output.line(line);
    }

    assertThat(output.exitCode(process, Optional.ofNullable(recorded))).isEqualTo(verdict);
  }

  private Submission submission(String master, boolean cluster) {
    return new Submission(folder, Optional.of(master), cluster, List.of("nightly"));
  }

  private void jars(String into, String... names) throws IOException {
    Path target = Files.createDirectories(folder.resolve(into));
    for (String name : names) {
      Files.writeString(target.resolve(name), "");
    }
  }
}
