package org.credence.jobs.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.credence.cubes.Cube;
import org.credence.cubes.CubeRegistry;
import org.credence.cubes.Edition;
import org.credence.cubes.Editions;
import org.credence.storage.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A night whose executors are processes of their own publishes, to the last bit, what one process
 * does. Whatever works only because everything shares a memory shows here.
 */
class ClusterNightIT {

  private static final String NIGHT = "2026-03-02";

  @TempDir Path folder;

  @Test
  void aClusterPublishesWhatOneProcessDoes() throws Exception {
    TestNight alone = TestNight.golden(folder.resolve("alone"));
    TestNight cluster = TestNight.golden(folder.resolve("cluster"));

    alone.run(NIGHT, false);
    launch(cluster, "nightly", "--date", NIGHT, "--master", "local-cluster[2,1,1024]");

    assertThat(hashes(cluster)).isNotEmpty().isEqualTo(hashes(alone));
  }

  private static Map<String, String> hashes(TestNight night) {
    Storage cubes =
        Storage.of(night.folder().resolve("work/cubes").toUri(), new Configuration(false));
    Edition edition = new Editions(cubes).latest().orElseThrow();
    Map<String, String> hashes = new TreeMap<>();
    for (Cube cube : CubeRegistry.SHIPPED.cubes()) {
      hashes.put(cube.name(), edition.contentHash(cube.name()));
    }
    return hashes;
  }

  private void launch(TestNight night, String... arguments) throws Exception {
    List<String> line =
        new ArrayList<>(List.of(Path.of("bin/credence").toAbsolutePath().toString()));
    line.addAll(List.of(arguments));
    line.addAll(night.options());
    Path log = folder.resolve("log.txt");
    ProcessBuilder builder =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(TestNight.ENVIRONMENT);
    builder.environment().put("CREDENCE_BUILD", "off");
    builder.environment().put("CREDENCE_CDS", "off");
    builder.environment().put("SPARK_HOME", sparkHome().toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    Process process = builder.start();
    assertThat(process.waitFor(8, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(log)).isZero();
  }

  /** What executors are started from: a folder with all jars. */
  private Path sparkHome() throws IOException {
    Path jars = Files.createDirectories(folder.resolve("spark/jars"));
    try (Stream<Path> lib = Files.list(Path.of("target/lib"))) {
      List<Path> all = new ArrayList<>(lib.toList());
      all.add(Path.of("target/credence-jobs.jar"));
      for (Path jar : all) {
        Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar.toAbsolutePath());
      }
    }
    return folder.resolve("spark");
  }
}
