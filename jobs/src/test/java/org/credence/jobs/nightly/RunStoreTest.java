package org.credence.jobs.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.credence.storage.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStoreTest {

  private static final LocalDate NIGHT = LocalDate.parse("2026-03-05");

  @TempDir Path folder;

  @Test
  void runsOfADateAreNumbered() {
    RunStore store = store();

    assertThat(store.claim(NIGHT)).hasToString("2026-03-05-001");
    assertThat(store.claim(NIGHT)).hasToString("2026-03-05-002");
    assertThat(store.claim(NIGHT.plusDays(1))).hasToString("2026-03-06-001");
  }

  @Test
  void aRunOfASchedulerIsFoundAgainByItsName() {
    RunStore store = store();
    RunStore.RunId id = store.claim(NIGHT);
    store.write(id, Map.of("run_id", "scheduled__2026-03-05"));
    store.write(store.claim(NIGHT), Map.of("run", "by hand"));

    assertThat(store.resume(NIGHT, "scheduled__2026-03-05")).isEqualTo(id);
    assertThat(store.resume(NIGHT, "manual__2026-03-05")).hasToString("2026-03-05-003");
    assertThat(store.resume(NIGHT.plusDays(1), "scheduled__2026-03-05"))
        .hasToString("2026-03-06-001");
  }

  @Test
  void showsTheNewestFirstAndSurvivesABrokenRecord() throws Exception {
    RunStore store = store();
    store.write(store.claim(NIGHT), Map.of("run", "a"));
    store.write(store.claim(NIGHT), Map.of("run", "b"));
    Files.createDirectories(folder.resolve("2026-03-06"));
    Files.writeString(folder.resolve("2026-03-06/001.json"), "{ broken");
    Files.writeString(folder.resolve("ledger.json"), "{}");

    assertThat(store.newest(2))
        .extracting(run -> run.path("run").asText("?"))
        .containsExactly("?", "b");
  }

  @Test
  void aLedgerOfAnotherFormIsAsIfThereWereNone() throws Exception {
    Files.writeString(folder.resolve("ledger.json"), "{\"version\": 99}");

    assertThat(Ledger.read(storage())).isEqualTo(Ledger.empty());
  }

  @Test
  void aLedgerReadsAsItWasWritten() {
    Ledger ledger =
        Ledger.empty()
            .with(Map.of("twitter/2026-03-05", new DropListing(2, 10, "abc")))
            .with(Step.CUBES, new Ledger.Entry("2026-03-05", "r", Map.of("the code", "1")));

    ledger.write(storage());

    assertThat(Ledger.read(storage())).isEqualTo(ledger);
  }

  private RunStore store() {
    return new RunStore(storage());
  }

  private Storage storage() {
    return Storage.of(folder.toUri(), new Configuration(false));
  }
}
