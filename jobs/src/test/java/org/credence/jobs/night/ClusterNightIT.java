package org.credence.jobs.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
 * does, even if one of them is killed while it scores. Whatever works only because everything
 * shares a memory shows here.
 */
class ClusterNightIT {

  private static final String NIGHT = "2026-03-02";
  private static final String CLUSTER = "local-cluster[2,1,1024]";

  @TempDir Path folder;

  @Test
  void aClusterPublishesWhatOneProcessDoes() throws Exception {
    TestNight alone = TestNight.golden(folder.resolve("alone"));
    TestNight cluster = TestNight.golden(folder.resolve("cluster"));

    alone.run(NIGHT, false);
    Launched launched =
        Launched.start(cluster, spark(), "nightly", "--date", NIGHT, "--master", CLUSTER);
    launched.awaitLine("apply +scoring");
    assertThat(killExecutor(launched)).as("an executor to kill while it scores").isTrue();

    assertThat(launched.end()).as(launched.told()).isZero();
    assertThat(hashes(cluster)).isNotEmpty().isEqualTo(hashes(alone));
  }

  /** One of two: executors are children of the driver. */
  private static boolean killExecutor(Launched launched) {
    return launched
        .process()
        .descendants()
        .filter(child -> child.info().commandLine().orElse("").contains("ExecutorBackend"))
        .findFirst()
        .map(ProcessHandle::destroyForcibly)
        .orElse(false);
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

  private Map<String, String> spark() throws IOException {
    return Map.of(
        "SPARK_HOME", sparkHome().toString(),
        "SPARK_SCALA_VERSION", "2.13",
        "SPARK_LOCAL_IP", "127.0.0.1");
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
