package org.credence.jobs.simulate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.credence.settings.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulationTest {

  private static final SimulationOptions SMALL =
      new SimulationOptions(7, LocalDate.of(2026, 1, 5), 12, 0.05);

  /** Digest of what {@link #SMALL} writes, unpacked. When it changes, so must the version. */
  private static final String DIGEST_OF_VERSION_2 =
      "278eb90ca0861c38c6afd9913dcda6ca5633b201ed6040f32fce3a0059ee41f9";

  @Test
  void writesTheSameBytesForTheSameSeed(@TempDir Path one, @TempDir Path other) throws Exception {
    Simulation.write(one, SMALL);
    Simulation.write(other, SMALL);

    assertThat(digest(one, false)).isEqualTo(digest(other, false));
  }

  @Test
  void writesOtherBytesForAnotherSeed(@TempDir Path one, @TempDir Path other) throws Exception {
    Simulation.write(one, SMALL);
    Simulation.write(
        other, new SimulationOptions(8, SMALL.firstDrop(), SMALL.nights(), SMALL.scale()));

    assertThat(digest(one, true)).isNotEqualTo(digest(other, true));
  }

  @Test
  void hasANewVersionWhenItWritesOtherBytes(@TempDir Path out) throws Exception {
    Simulation.write(out, SMALL);

    assertThat(Simulation.VERSION).isEqualTo(2);
    assertThat(digest(out, true)).isEqualTo(DIGEST_OF_VERSION_2);
  }

  @Test
  void leavesWhatStandsThere(@TempDir Path out) throws IOException {
    SimulationReport first = Simulation.write(out, SMALL);
    Path file = out.resolve("truth.json");
    Files.writeString(file, "touched");

    SimulationReport second = Simulation.write(out, SMALL);

    assertThat(first.written()).isTrue();
    assertThat(second.written()).isFalse();
    assertThat(second).usingRecursiveComparison().ignoringFields("written").isEqualTo(first);
    assertThat(file).hasContent("touched");
  }

  @Test
  void replacesAnotherSimulationAndOneThatDidNotEnd(@TempDir Path out) throws Exception {
    Simulation.write(out, SMALL);
    String whole = digest(out, false);
    Simulation.write(out, new SimulationOptions(7, SMALL.firstDrop(), 14, 0.05));
    Stamp.in(out).begin(SMALL);

    assertThat(Simulation.write(out, SMALL).written()).isTrue();
    assertThat(digest(out, false)).isEqualTo(whole);
  }

  @Test
  void refusesAFolderThatIsNotItsOwn(@TempDir Path out) throws IOException {
    Path stranger = out.resolve("archive/twitter/2020-01-01/a.json");
    Files.createDirectories(stranger.getParent());
    Files.writeString(stranger, "{}");

    assertThatThrownBy(() -> Simulation.write(out, SMALL))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("not empty");
    assertThat(stranger).hasContent("{}");
  }

  @Test
  void refusesOptionsOutOfRange() {
    assertThatThrownBy(() -> new SimulationOptions(7, SMALL.firstDrop(), 0, 1))
        .hasMessageContaining("nights");
    assertThatThrownBy(() -> new SimulationOptions(7, SMALL.firstDrop(), 60, 0))
        .hasMessageContaining("scale");
  }

  private static String digest(Path out, boolean unpacked)
      throws IOException, NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (Stream<Path> paths = Files.walk(out)) {
      List<Path> files = paths.filter(Files::isRegularFile).sorted().toList();
      for (Path file : files) {
        digest.update(out.relativize(file).toString().getBytes(UTF_8));
        digest.update(unpacked ? ArchiveRecount.unpacked(file) : Files.readAllBytes(file));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
