package org.credence.jobs.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.credence.jobs.nightly.RunStore.RunId;
import org.credence.lake.lease.Lease;
import org.credence.lake.lease.Leases;
import org.credence.settings.ExitCode;
import org.credence.settings.Refusal;
import org.credence.settings.Settings;
import org.credence.testing.ConfFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeasedRunTest {

  private static final LocalDate NIGHT = LocalDate.parse("2026-03-05");

  @Test
  void theRecordSaysWhatWasDoneAndWhyNot(@TempDir Path root) {
    Settings settings = Settings.load(ConfFolder.in(root).path(), Map.of());
    Places places = new Places(settings);

    LeasedRun done = LeasedRun.rollback(settings, places, NIGHT).with("model", "v1");
    assertThat(done.<String>run(places, (lease, id) -> id)).isEqualTo("2026-03-05-001");
    LeasedRun busy = LeasedRun.rollback(settings, places, NIGHT).with("model", "v0");
    try (Lease lease = new Leases(places.open(settings.lake())).take("another")) {
      lease.check();
      assertThatThrownBy(() -> busy.run(places, (mine, id) -> id)).isInstanceOf(Refusal.class);
    }

    RunStore runs = new RunStore(places.runs());
    JsonNode told = runs.read(new RunId(NIGHT, 1));
    assertThat(told.path("status").asText()).isEqualTo("rolled back");
    assertThat(told.path("model").asText()).isEqualTo("v1");
    JsonNode refused = runs.read(new RunId(NIGHT, 2));
    assertThat(refused.path("status").asText()).isEqualTo("failed");
    assertThat(refused.path("exit_code").asInt()).isEqualTo(ExitCode.BUSY.code());
    assertThat(refused.path("cause").asText()).contains("run another of ");
    assertThat(refused.path("remedy").asText()).isNotEmpty();
  }
}
