package org.credence.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.credence.testing.ConfFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher on the packaged jars. Bounds are generous: machines of builds are busy. */
class LauncherIT {

  private static final Path LAUNCHER = Path.of("bin/credence").toAbsolutePath();

  /** Later than now: folders count as sources too, since a deleted file changes only its folder. */
  private static final Instant BUILT = Instant.parse("2040-01-01T00:00:00Z");

  @TempDir Path folder;

  @Test
  void helpAnswersAtOnce() throws Exception {
    Answered answered = launch(LAUNCHER, Map.of("CREDENCE_BUILD", "off"), "--help");

    assertThat(answered.exitCode()).isZero();
    assertThat(answered.out()).startsWith("Usage: credence [OPTIONS] [COMMAND]");
    assertThat(answered.took()).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void statusAnswersAtOnceWithoutSpark() throws Exception {
    String conf = ConfFolder.in(folder).path().toString();

    Answered answered =
        launch(LAUNCHER, Map.of("CREDENCE_BUILD", "off"), "status", "--conf-dir", conf, "--json");

    assertThat(answered.exitCode()).isZero();
    assertThat(answered.out()).startsWith("{\"command\":\"status\"").hasLineCount(1);
    assertThat(answered.took()).isLessThan(Duration.ofSeconds(10));
    assertThat(folder.resolve("work")).doesNotExist();
  }

  @Test
  void statusOnAnObjectStoreGetsTheJarsThatItTakes() throws Exception {
    ConfFolder conf = ConfFolder.in(folder);
    for (String property :
        List.of(
            "endpoint http://127.0.0.1:9",
            "endpoint.region us-east-1",
            "path.style.access true",
            "access.key a-key",
            "secret.key a-secret",
            "attempts.maximum 1",
            "retry.limit 1")) {
      conf.replace(
          "spark/local.conf", "spark.master", "spark.hadoop.fs.s3a." + property + "\nspark.master");
    }

    Answered answered =
        launch(
            LAUNCHER,
            Map.of("CREDENCE_BUILD", "off"),
            "status",
            "--conf-dir",
            conf.path().toString(),
            "--set",
            "locations.runs=s3a://bucket/runs");

    assertThat(answered.exitCode()).isEqualTo(6);
    assertThat(answered.err()).contains("s3a://bucket/runs", "the endpoint can't be reached");
  }

  @Test
  void theExitCodeOfJavaIsThatOfTheLauncher() throws Exception {
    String conf = ConfFolder.in(folder).path().toString();

    Answered answered =
        launch(LAUNCHER, Map.of("CREDENCE_BUILD", "off"), "nightly", "--conf-dir", conf);

    assertThat(answered.exitCode()).isEqualTo(3);
    assertThat(answered.err()).startsWith("credence: There is no author key").hasLineCount(1);
  }

  @Test
  void jarsOlderThanASourceAreStale() throws Exception {
    Path launcher = installed();
    assertThat(decision(launcher)).isEqualTo("current");

    Path source = folder.resolve("common/src/main/java/A.java");
    touch(source, BUILT.plusSeconds(60));
    assertThat(decision(launcher)).isEqualTo("stale");

    touch(folder.resolve("jobs/target/credence-jobs.jar"), BUILT.plusSeconds(120));
    assertThat(decision(launcher)).isEqualTo("current");

    touch(folder.resolve("pom.xml"), BUILT.plusSeconds(180));
    assertThat(decision(launcher)).isEqualTo("stale");
  }

  @Test
  void absentJarsAreStale() throws Exception {
    Path launcher = installed();
    Files.delete(folder.resolve("jobs/target/credence-jobs.jar"));

    assertThat(decision(launcher)).isEqualTo("stale");
  }

  @Test
  void anInstallationWithoutSourcesIsNeverStale() throws Exception {
    Path launcher = installed();
    Files.delete(folder.resolve("pom.xml"));

    assertThat(decision(launcher)).isEqualTo("current");
  }

  /** A copy of the launcher in a home whose jar was built at {@link #BUILT}. */
  private Path installed() throws IOException {
    for (String file :
        List.of(
            "pom.xml",
            "common/pom.xml",
            "jobs/pom.xml",
            "common/src/main/java/A.java",
            "jobs/src/main/java/B.java",
            "jobs/target/credence-jobs.jar")) {
      touch(folder.resolve(file), BUILT);
    }
    Files.createDirectories(folder.resolve("jobs/target/lib"));
    Path launcher = folder.resolve("jobs/bin/credence");
    Files.createDirectories(folder.resolve("jobs/bin"));
    return Files.copy(LAUNCHER, launcher, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
  }

  private static void touch(Path file, Instant time) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
    Files.setLastModifiedTime(file, FileTime.from(time));
  }

  private String decision(Path launcher) throws Exception {
    return launch(launcher, Map.of("CREDENCE_BUILD", "dry"), "nightly").out().strip();
  }

  private record Answered(int exitCode, String out, String err, Duration took) {}

  private Answered launch(Path launcher, Map<String, String> environment, String... arguments)
      throws Exception {
    List<String> line = new ArrayList<>(List.of(launcher.toString()));
    line.addAll(List.of(arguments));
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    ProcessBuilder builder =
        new ProcessBuilder(line).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().remove("CREDENCE_AUTHOR_KEY");
    builder.environment().put("CREDENCE_CDS", "off");
    builder.environment().putAll(environment);
    long started = System.nanoTime();
    Process process = builder.start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    Duration took = Duration.ofNanos(System.nanoTime() - started);
    return new Answered(process.exitValue(), Files.readString(out), Files.readString(err), took);
  }
}
