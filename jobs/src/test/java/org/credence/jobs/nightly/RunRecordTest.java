package org.credence.jobs.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.credence.jobs.StageResult;
import org.credence.settings.Settings;
import org.credence.testing.ConfFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A record that the tasks of a scheduler's run share. */
class RunRecordTest {

  private static final LocalDate NIGHT = LocalDate.parse("2026-03-05");

  @TempDir Path folder;

  private record Result(String summary, Map<String, Object> figures) implements StageResult {}

  @Test
  void eachStageAddsToWhatTheOthersLeft() {
    JsonNode ingested =
        ran(Optional.empty(), Step.INGEST, Map.of("gaps", Map.of("care", "no drop")), 2);
    JsonNode applied = ran(Optional.of(ingested), Step.APPLY, Map.of("mentions", 7), 0);

    assertThat(applied.path("run_id").asText()).isEqualTo("scheduled__2026-03-05");
    assertThat(applied.path("stages").findValuesAsText("name")).containsExactly("ingest", "apply");
    assertThat(applied.path("inputs").path("new_drops").asInt()).isEqualTo(2);
    assertThat(applied.path("status").asText()).isEqualTo("published with gaps");
  }

  @Test
  void aStageThatIsTriedAgainStandsThereOnce() {
    JsonNode first = ran(Optional.empty(), Step.INGEST, Map.of("gaps", Map.of("care", "none")), 2);
    JsonNode again = ran(Optional.of(first), Step.INGEST, Map.of("gaps", Map.of()), 0);

    assertThat(again.path("stages").findValuesAsText("name")).containsExactly("ingest");
    assertThat(again.path("status").asText()).isEqualTo("published");
  }

  @Test
  void aStageThatHadNothingToDoLeavesWhatTheOthersFound() {
    RunRecord record = record(Step.TRAIN, 0);
    record.resume(
        new ObjectMapper()
            .valueToTree(
                Map.of(
                    "stages", List.of(Map.of("name", "ingest", "ran", true)),
                    "snapshots", Map.of("posts", 7),
                    "seconds", 3)));
    record.skipped(Decision.done(Step.TRAIN, "done by run 2026-03-04-001"));
    record.published(Optional.of("an edition"));
    JsonNode fields = new ObjectMapper().valueToTree(record.fields());

    assertThat(fields.path("stages").findValuesAsText("name")).containsExactly("ingest", "train");
    assertThat(fields.path("stages").findValuesAsText("ran")).containsExactly("true", "false");
    assertThat(fields.path("snapshots").path("posts").asInt()).isEqualTo(7);
  }

  private JsonNode ran(
      Optional<JsonNode> before, Step step, Map<String, Object> figures, int newDrops) {
    RunRecord record = record(step, newDrops);
    before.ifPresent(record::resume);
    record.ran(Decision.due(step, "why"), new Result("done", figures), 1.5);
    record.published(Optional.empty());
    return new ObjectMapper().valueToTree(record.fields());
  }

  private RunRecord record(Step step, int newDrops) {
    NightOptions options =
        new NightOptions(
            step.id(),
            Optional.of(NIGHT),
            List.of(step),
            false,
            Optional.empty(),
            Optional.of("scheduled__2026-03-05"));
    Plan plan = new Plan(NIGHT, NIGHT, List.of(), Map.of(), new DropChanges(newDrops, 0, 0, 10), 0);
    Settings settings = Settings.load(ConfFolder.in(folder).path(), Map.of());
    return new RunRecord(new RunStore.RunId(NIGHT, 1), options, plan, settings);
  }
}
