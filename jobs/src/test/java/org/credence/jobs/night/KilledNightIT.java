package org.credence.jobs.night;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A night that is killed (SIGKILL) at a random moment and run again publishes, to the last bit,
 * what an undisturbed one does, and who reads meanwhile sees whole editions only. {@code
 * -Dkills=50} for more of them, {@code -Dkills.demo=true} on the embedded demo, {@code
 * -Dkills.seed=N} for others.
 */
class KilledNightIT {

  private static final int KILLS = Integer.getInteger("kills", 6);
  private static final boolean DEMO = Boolean.getBoolean("kills.demo");
  private static final String BEFORE = DEMO ? "2026-03-04" : "2026-02-26";
  private static final String NIGHT = DEMO ? "2026-03-05" : "2026-03-02";

  private static final String FORCE = "--force";

  @TempDir Path folder;
  private TestNight night;

  @BeforeEach
  void aPublishedNight() throws Exception {
    night = DEMO ? TestNight.demo(folder) : TestNight.golden(folder);
    assertThat(nightly(BEFORE).end()).isZero();
    copy(work(), folder.resolve("before"));
  }

  /** An undisturbed night. */
  private record Whole(Map<String, Double> seconds, Map<String, String> hashes) {}

  @Test
  void whateverIsKilledTheNextRunEndsInTheSameRows() throws Exception {
    Whole due = whole();
    Whole forced = whole(FORCE);
    List<String> stages = List.copyOf(forced.seconds().keySet());
    Random random = new Random(Long.getLong("kills.seed", 20260302));

    try (SparkSession spark = session()) {
      for (int kill = 0; kill < KILLS; kill++) {
        String stage = stages.get(kill % stages.size());
        // Another day is no reason to train again.
        boolean force = !due.seconds().containsKey(stage);
        String[] options = force ? new String[] {FORCE} : new String[0];
        Whole whole = force ? forced : due;
        double after = random.nextDouble() * whole.seconds().getOrDefault(stage, 0.0);
        String what = "kill %d, %.2f s into %s".formatted(kill, after, stage);
        restore();
        try (EditionReaders readers = new EditionReaders(work().resolve("cubes"), spark)) {
          kill(nightly(NIGHT, options), stage, after);
          Launched again = nightly(NIGHT, options);
          assertThat(again.end()).as("%s, then:%n%s", what, again.told()).isZero();
          readers.close();
          assertThat(readers.wrong()).as(what).isEmpty();
          assertThat(readers.reads()).as("looks at the cubes, " + what).isPositive();
        }
        assertThat(hashes()).as(what).isEqualTo(whole.hashes());
      }
    }
  }

  private Whole whole(String... options) throws Exception {
    restore();
    List<String> all = new ArrayList<>(List.of("--json"));
    all.addAll(List.of(options));
    Launched whole = nightly(NIGHT, all.toArray(String[]::new));
    assertThat(whole.end()).as(whole.told()).isZero();
    return new Whole(seconds(whole), hashes());
  }

  private static void kill(Launched running, String stage, double after) throws Exception {
    running.awaitLine(stage);
    Thread.sleep(Math.round(after * 1000));
    running.kill();
  }

  private Launched nightly(String date, String... options) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("nightly", "--date", date));
    arguments.addAll(List.of("--master", "local[2]"));
    arguments.addAll(List.of(options));
    return Launched.start(night, Map.of(), arguments.toArray(String[]::new));
  }

  /** How long each stage takes that does something. */
  private static Map<String, Double> seconds(Launched whole) throws IOException {
    Map<String, Double> seconds = new TreeMap<>();
    for (JsonNode stage : new ObjectMapper().readTree(whole.answer()).path("stages")) {
      if (stage.path("ran").asBoolean()) {
        seconds.put(stage.path("name").asText(), stage.path("seconds").asDouble());
      }
    }
    assertThat(seconds).containsKeys("ingest", "apply", "cubes", "report");
    return seconds;
  }

  /** By cube and month. */
  private Map<String, String> hashes() throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    Path edition = work().resolve("cubes/latest/edition.json");
    new ObjectMapper()
        .readTree(edition.toFile())
        .path("cubes")
        .fields()
        .forEachRemaining(
            cube ->
                cube.getValue()
                    .fields()
                    .forEachRemaining(
                        month ->
                            hashes.put(
                                cube.getKey() + " " + month.getKey(),
                                month.getValue().path("content_hash").asText())));
    assertThat(hashes).isNotEmpty();
    return hashes;
  }

  private void restore() throws Exception {
    FileUtils.deleteDirectory(work().toFile());
    copy(folder.resolve("before"), work());
  }

  /** With links as links, and files as old as they are: a newer one would be read again. */
  private static void copy(Path from, Path to) throws Exception {
    Process cp = new ProcessBuilder("cp", "-a", from.toString(), to.toString()).inheritIO().start();
    assertThat(cp.waitFor()).isZero();
  }

  private Path work() {
    return folder.resolve("work");
  }

  private static SparkSession session() {
    return SparkSession.builder()
        .master("local[1]")
        .config("spark.ui.enabled", false)
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .getOrCreate();
  }
}
