package org.credence.jobs.nightly;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.util.VersionInfo;
import org.credence.cubes.AuditRule;
import org.credence.jobs.StageResult;
import org.credence.lake.Lake;
import org.credence.lake.Table;
import org.credence.lake.Tables;
import org.credence.settings.ExitCode;
import org.credence.settings.Refusal;
import org.credence.settings.Settings;
import org.jspecify.annotations.Nullable;

/** What a run did, with what, and how it ended: written as JSON, read by people and schedulers. */
final class RunRecord {

  static final String PUBLISHED = "published";
  static final String PUBLISHED_WITH_GAPS = "published with gaps";
  static final String FAILED = "failed";

  /** Name of the field with the scheduler's own name of the run. */
  static final String RUN_ID = "run_id";

  /**
   * What earlier stages of the same run found, which one that has nothing to do leaves as it is.
   */
  private static final List<String> FOUND = List.of("inputs", "snapshots", "versions");

  /** Figures of a stage that name what is missing in the data, with what to say of each. */
  private static final Map<String, String> GAPS =
      Map.of(
          "gaps", "no drop of %s: %s",
          "empty", "empty drop of %s: %s",
          "failures", "not read to its end: %s, %s");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Stopwatch stopwatch = new Stopwatch();
  private final Map<String, Object> fields = new LinkedHashMap<>();
  private final List<Map<String, Object>> stages = new ArrayList<>();
  private double secondsBefore;

  RunRecord(RunStore.RunId id, NightOptions options, Plan plan, Settings settings) {
    fields.put("run", id.toString());
    fields.put("date", id.date().toString());
    fields.put("command", options.command());
    options.runId().ifPresent(name -> fields.put(RUN_ID, name));
    if (!plan.published().equals(plan.date())) {
      fields.put("published_as_of", plan.published().toString());
    }
    if (!options.accepted().isEmpty()) {
      fields.put("accepted", accepted(options.accepted()));
    }
    fields.put("status", "running");
    fields.put("exit_code", 0);
    fields.put("configuration", configuration(settings));
    fields.put("inputs", inputs(plan, settings));
    fields.put("stages", stages);
  }

  /** As asked for; what was broken is among the figures of the cubes. */
  private static List<Map<String, String>> accepted(Map<AuditRule, String> accepted) {
    return accepted.entrySet().stream()
        .map(audit -> Map.of("audit", audit.getKey().id(), "reason", audit.getValue()))
        .toList();
  }

  private static Map<String, Object> configuration(Settings settings) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("digest", Ingredients.configuration(settings));
    parts.put("minimum_cell_size", settings.credence().minimumCellSize());
    parts.put("reporting_time_zone", settings.credence().reportingTimeZone());
    parts.put("languages", settings.credence().languages());
    parts.put("seed", settings.credence().seed());
    return parts;
  }

  private static Map<String, Object> inputs(Plan plan, Settings settings) {
    Map<String, Object> inputs = new LinkedHashMap<>();
    inputs.put("archive", settings.archive().toString());
    inputs.put("drops", plan.drops().size());
    inputs.put("files", plan.drops().values().stream().mapToInt(DropListing::files).sum());
    inputs.put("bytes", plan.drops().values().stream().mapToLong(DropListing::bytes).sum());
    inputs.put("new_drops", plan.changes().added());
    inputs.put("changed_drops", plan.changes().changed());
    inputs.put("new_bytes", plan.changes().bytes());
    return inputs;
  }

  /**
   * Goes on with a record that other stages of the same run have begun: those that are not done
   * again stay, and so does what they found in the archive.
   */
  void resume(JsonNode before) {
    before
        .path("stages")
        .forEach(stage -> stages.add(JSON.convertValue(stage, new TypeReference<>() {})));
    if (!stages.isEmpty()) {
      FOUND.stream()
          .filter(before::has)
          .forEach(name -> fields.put(name, JSON.convertValue(before.path(name), Object.class)));
    }
    secondsBefore = before.path("seconds").asDouble();
  }

  void skipped(Decision decision) {
    Map<String, Object> stage = stage(decision);
    stage.put("ran", false);
  }

  void ran(Decision decision, StageResult result, double seconds) {
    Map<String, Object> stage = stage(decision);
    stage.put("ran", true);
    stage.put("seconds", seconds);
    stage.put("summary", result.summary());
    stage.put("figures", result.figures());
  }

  private Map<String, Object> stage(Decision decision) {
    Map<String, Object> stage = new LinkedHashMap<>();
    stage.put("name", decision.step().id());
    stage.put("why", decision.why());
    stages.removeIf(before -> decision.step().id().equals(before.get("name")));
    stages.add(stage);
    return stage;
  }

  /** In all stages of the run, those that an earlier task ran included. */
  private List<String> gaps() {
    List<String> gaps = new ArrayList<>();
    for (Map<String, Object> stage : stages) {
      if (stage.get("figures") instanceof Map<?, ?> figures) {
        GAPS.forEach((figure, words) -> gaps.addAll(named(figures.get(figure), words)));
      }
    }
    return gaps.stream().sorted().toList();
  }

  private static List<String> named(@Nullable Object figure, String words) {
    return figure instanceof Map<?, ?> named
        ? named.entrySet().stream()
            .map(gap -> words.formatted(gap.getKey(), gap.getValue()))
            .toList()
        : List.of();
  }

  void lake(Lake lake, CodeVersion code) {
    Map<String, Object> snapshots = new LinkedHashMap<>();
    for (Table table : Tables.ALL) {
      lake.snapshot(table).ifPresent(snapshot -> snapshots.put(table.name(), snapshot));
    }
    fields.put("snapshots", snapshots);
    fields.put("versions", versions(lake, code));
  }

  private static Map<String, Object> versions(Lake lake, CodeVersion code) {
    Map<String, Object> versions = new LinkedHashMap<>();
    versions.put("credence", code.release());
    versions.put("build", code.digest());
    versions.put("spark", lake.spark().version());
    versions.put("iceberg", Lake.icebergVersion());
    versions.put("hadoop", VersionInfo.getVersion());
    versions.put("java", Runtime.version().toString());
    return versions;
  }

  void published(Optional<String> edition) {
    edition.ifPresent(name -> fields.put("edition", name));
    List<String> gaps = gaps();
    fields.put("status", gaps.isEmpty() ? PUBLISHED : PUBLISHED_WITH_GAPS);
    fields.put("gaps", gaps);
    fields.put("seconds", secondsBefore + stopwatch.seconds());
  }

  void failed(Optional<String> stage, Optional<Refusal> refusal, RunLog log) {
    fields.putAll(failure(refusal));
    stage.ifPresent(name -> fields.put("failed_stage", name));
    fields.put("log", log.file().toString());
    fields.put("seconds", secondsBefore + stopwatch.seconds());
  }

  /** What a record says of a failure; without a refusal it is a bug. */
  static Map<String, Object> failure(Optional<Refusal> refusal) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("status", FAILED);
    fields.put("exit_code", refusal.map(Refusal::exitCode).orElse(ExitCode.BUG).code());
    refusal.ifPresent(
        why -> {
          fields.put("problem", why.problem());
          fields.put("cause", why.reason());
          fields.put("remedy", why.remedy());
        });
    return fields;
  }

  /** Names and plain values, in the order to show. */
  Map<String, Object> fields() {
    return fields;
  }
}
