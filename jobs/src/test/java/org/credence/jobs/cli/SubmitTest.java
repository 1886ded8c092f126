package org.credence.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.ZipFile;
import org.apache.hadoop.conf.Configuration;
import org.credence.settings.ExitCode;
import org.credence.settings.Settings;
import org.credence.storage.Storage;
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
    jars("lib", "onnxruntime-1.22.0.jar", "tokenizers-0.36.0.jar");
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
              "topics.yaml",
              "trust-model.yaml");
    }
  }

  /** In cluster mode spark-submit ends with 0 whatever became of the driver. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0  | cluster | ClientEndpoint: State of driver driver-2026 is FAILED | CONFIGURATION
          0  | cluster | ClientEndpoint: State of driver driver-2026 is ERROR  | CONFIGURATION
          0  | cluster | no word of a driver                                   | CONFIGURATION
          1  | cluster | All masters are unresponsive! Giving up.              | STORAGE
          0  | client  | whatever                                              | OK
          4  | client  | whatever                                              | INPUT_NOT_READY
          1  | client  | Error: something else                                 | CONFIGURATION
          70 | client  | whatever                                              | BUG
          """)
  void withoutAnAnswerOfTheDriverOnlyAClientsExitCodeIsBelieved(
      int process, String mode, String line, ExitCode verdict) {
    SubmitVerdict output = new SubmitVerdict();
    output.line(line);

    assertThat(output.exitCode(process, mode.equals("cluster"))).isEqualTo(verdict);
  }

  @Test
  void theDriversAnswerIsTakenOnce() {
    Receipts receipts = new Receipts(Storage.of(folder.toUri(), new Configuration(false)));
    Answer answer =
        new Answer("failed", ExitCode.AUDIT_FAILED, "credence: why", Map.of("problem", "why"));

    receipts.leave("a-mark", answer);

    assertThat(receipts.take("another")).isEmpty();
    assertThat(receipts.take("a-mark")).contains(answer);
    assertThat(receipts.take("a-mark")).isEmpty();
  }

  @Test
  void aSecretThatAStandaloneClusterWouldShowIsRefused() throws IOException {
    ConfFolder conf = ConfFolder.in(folder);
    Path properties = conf.path().resolve("spark/cluster.conf");
    Files.writeString(properties, "spark.hadoop.fs.s3a.secret.key abc\n");
    Settings settings = Settings.load(conf.path(), Map.of());

    assertThatThrownBy(
            () ->
                submission("spark://host:7077", true)
                    .commandLine(settings, conf.path(), folder.resolve("conf.zip")))
        .hasMessageContaining("spark/cluster.conf holds a secret, spark.hadoop.fs.s3a.secret.key")
        .hasMessageNotContaining("abc");
  }

  /** Checked here: a driver on a cluster would only tell after a while, and in its log. */
  @Test
  void optionsOfTheCommandAreCheckedBeforeAnythingStarts() {
    StringWriter err = new StringWriter();
    Console console =
        new Console(new PrintWriter(new StringWriter()), new PrintWriter(err), OptionalInt.empty());
    List<String> line =
        List.of("submit", "nightly", "--master", "spark://host:7077", "--froce", "--dry-run");

    assertThat(Credence.run(line, console)).isEqualTo(2);
    assertThat(err.toString()).contains("Unknown option --froce", "Did you mean --force?");
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
