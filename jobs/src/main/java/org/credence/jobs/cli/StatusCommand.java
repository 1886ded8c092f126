package org.credence.jobs.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.credence.cubes.Rollback;
import org.credence.jobs.nightly.CodeVersion;
import org.credence.jobs.nightly.NightOptions;
import org.credence.jobs.nightly.NightReport;
import org.credence.jobs.nightly.Nightly;
import org.credence.jobs.nightly.Places;
import org.credence.jobs.nightly.RunStore;
import org.credence.jobs.nightly.Step;
import org.credence.lake.lease.Leases;
import org.credence.settings.Refusal;
import org.credence.settings.Settings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code status}: the last nights, and what is due. */
final class StatusCommand implements Callable<Integer> {

  @Mixin private GlobalOptions global = new GlobalOptions();

  @Option(
      names = "--last",
      paramLabel = "N",
      description = "Runs to show, newest first; default: ${DEFAULT-VALUE}.")
  private int last = 7;

  private final Console console;

  StatusCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (last < 1) {
      throw new UsageError("Can't show " + last + " runs", "--last must be 1 or more");
    }
    Settings settings = global.settings();
    Places places = new Places(settings);
    Optional<String> edition = places.cubes().read("LATEST").map(String::strip);
    List<JsonNode> runs = new RunStore(places.runs()).newest(last);
    Answer due = due(settings);

    Map<String, Object> fields = new LinkedHashMap<>();
    edition.ifPresent(name -> fields.put("edition", name));
    fields.put("cubes", settings.cubes().toString());
    fields.put("runs", runs);
    fields.put("due", due.fields());
    List<String> lines = new ArrayList<>();
    lines.add(
        edition
            .map(name -> "Published " + NightReport.local(settings.cubes()) + "/" + name)
            .orElse("Nothing is published yet."));
    Rollback.standing(places.cubes())
        .ifPresent(
            back -> {
              fields.put("rolled_back", Map.of("from", back.from(), "run", back.run()));
              lines.add(Told.rolledBack(back));
            });
    Optional<String> holder = new Leases(places.open(settings.lake())).holder();
    holder.ifPresent(
        who -> {
          fields.put("holder", who);
          lines.add("The lake is held by " + who + ".");
        });
    runs.forEach(run -> lines.add(line(run)));
    lines.add(due.lines());
    return Answer.ok(due.status(), String.join(System.lineSeparator(), lines), fields)
        .print("status", global.json(), console.out());
  }

  private Answer due(Settings settings) {
    NightOptions options =
        new NightOptions(
            "status", Optional.empty(), Step.all(), false, global.master(), Optional.empty());
    try {
      return new Nightly(settings, System.getenv(), CodeVersion.current())
          .plan(options)
          .map(plan -> Told.plan(plan, settings.sources()))
          .orElseGet(
              () ->
                  Answer.ok("due", "The demo's archive is not made yet; nightly does.", Map.of()));
    } catch (Refusal refusal) {
      return Answer.ok(
          "not ready",
          "What is due can't be told: " + refusal.getMessage(),
          Map.of("problem", refusal.problem(), "remedy", refusal.remedy()));
    }
  }

  private static String line(JsonNode run) {
    List<String> parts = new ArrayList<>();
    parts.add("  " + run.path("run").asText("a record that can't be read"));
    parts.add(run.path("status").asText("?"));
    if (run.has("problem")) {
      parts.add(run.path("problem").asText());
    }
    for (JsonNode stage : run.path("stages")) {
      if (stage.path("name").asText().equals(Step.INGEST.id()) && stage.has("summary")) {
        parts.add(stage.path("summary").asText());
      }
    }
    if (run.has("seconds")) {
      parts.add("%.0f s".formatted(run.path("seconds").asDouble()));
    }
    return String.join("  ", parts);
  }
}
