package org.credence.cubes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.credence.lake.Fence;
import org.credence.settings.ExitCode;
import org.credence.settings.Refusal;
import org.credence.storage.Storage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which edition stands, and which must not come back unasked. */
class RollbackTest {

  @TempDir Path folder;
  private Storage storage;
  private Editions editions;

  @BeforeEach
  void threeEditions() {
    storage = Storage.of(folder.toUri(), new Configuration());
    editions = new Editions(storage);
    publish("2026-03-01-aa");
    publish("2026-03-02-bb");
    publish("2026-03-03-cc");
  }

  private void publish(String name) {
    Edition edition =
        new Edition(
                Edition.FORMAT,
                name,
                name.substring(0, 10),
                "1",
                "t",
                new TreeMap<>(),
                new TreeMap<>(
                    Map.of(
                        "conversation",
                        new TreeMap<>(
                            Map.of(
                                "2026-03",
                                new Edition.Month(List.of("part.parquet"), 1, 0, 0, name))))),
                "",
                List.of(),
                new TreeMap<>())
            .published(
                editions.latest(),
                List.of(new AcceptedAudit("volumes", "why", List.of(new Words("en", "fr")))),
                new TreeMap<>(
                    Map.of("2026-03-01", new TreeMap<>(Map.of("x", new Intake(9, 1, 2, 3))))));
    storage.swap(name + "/conversation/month=2026-03/part.parquet", "rows");
    editions.publish(edition, CubeRegistry.SHIPPED, Fence.OPEN);
  }

  private Edition edition(String name) {
    return editions.edition(name).orElseThrow();
  }

  private String latest() {
    return editions.latest().orElseThrow().name();
  }

  @Test
  void anEditionKeepsHowItCameToBePublished() {
    Edition edition = edition("2026-03-02-bb");

    assertThat(edition.before()).isEqualTo("2026-03-01-aa");
    assertThat(edition.accepted().get(0).broken()).containsExactly(new Words("en", "fr"));
    assertThat(edition.intake().get("2026-03-01")).containsEntry("x", new Intake(9, 1, 2, 3));
    assertThat(edition("2026-03-01-aa").before()).isEmpty();
  }

  @Test
  void anEditionOfTheFormatBeforeIsRead() throws Exception {
    Files.createDirectories(folder.resolve("old"));
    Files.writeString(
        folder.resolve("old/edition.json"),
        """
        {"format": 1, "name": "old", "night": "2026-02-01", "methodology_version": "1",
         "taxonomy_version": "t", "inputs": {}, "cubes": {}}
        """);

    assertThat(edition("old").before()).isEmpty();
    assertThat(edition("old").accepted()).isEmpty();
    assertThat(edition("old").intake()).isEmpty();
  }

  @Test
  void whatWasRolledBackIsRememberedUntilItIsUndone() throws Exception {
    editions.rollBack(edition("2026-03-03-cc"), edition("2026-03-02-bb"), "r1", Fence.OPEN);
    editions.rollBack(edition("2026-03-02-bb"), edition("2026-03-01-aa"), "r2", Fence.OPEN);

    assertThat(latest()).isEqualTo("2026-03-01-aa");
    assertThat(Files.readSymbolicLink(folder.resolve("latest")))
        .isEqualTo(Path.of("2026-03-01-aa"));
    assertThat(editions.withdrawn()).containsExactly("2026-03-03-cc", "2026-03-02-bb");
    assertThat(Rollback.standing(storage).map(Rollback::from)).contains("2026-03-02-bb");

    editions.rollBack(edition("2026-03-01-aa"), edition("2026-03-03-cc"), "r3", Fence.OPEN);

    assertThat(latest()).isEqualTo("2026-03-03-cc");
    assertThat(editions.withdrawn()).containsExactly("2026-03-02-bb");
  }

  @Test
  void aRollbackStandsNoLongerOnceSomethingIsPublished() {
    editions.rollBack(edition("2026-03-03-cc"), edition("2026-03-02-bb"), "r1", Fence.OPEN);

    publish("2026-03-04-dd");

    assertThat(Rollback.standing(storage)).isEqualTo(Optional.empty());
    assertThat(editions.withdrawn()).containsExactly("2026-03-03-cc");
    assertThat(edition("2026-03-04-dd").before()).isEqualTo("2026-03-02-bb");
  }

  @Test
  void anEditionThatIsNotWholeNeverStandsAgain() throws Exception {
    Files.delete(folder.resolve("2026-03-02-bb/conversation/month=2026-03/part.parquet"));

    assertThatThrownBy(
            () ->
                editions.rollBack(
                    edition("2026-03-03-cc"), edition("2026-03-02-bb"), "r1", Fence.OPEN))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("it is not whole, 2026-03-02-bb/conversation/month=2026-03/");
    assertThat(latest()).isEqualTo("2026-03-03-cc");
  }

  @Test
  void anOlderNightIsNeverPublishedOverALaterOne() {
    assertThatThrownBy(() -> publish("2026-03-02-ee"))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.exitCode()).isEqualTo(ExitCode.BUSY))
        .hasMessageContaining("edition 2026-03-03-cc of a later night stands");
    assertThat(latest()).isEqualTo("2026-03-03-cc");
  }
}
