package org.credence.jobs.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.credence.jobs.nightly.Amounts;
import org.credence.jobs.nightly.Cost;
import org.credence.jobs.nightly.Foresight;
import org.credence.jobs.nightly.SeriesBreak;
import org.credence.settings.SourcesFile;

/** What a night would break and cost, in words and as fields. */
final class ToldAhead {

  private ToldAhead() {}

  static Answer foresight(Foresight foresight, SourcesFile sources) {
    Answer plan = Told.plan(foresight.plan(), sources);
    Map<String, Object> fields = new LinkedHashMap<>(plan.fields());
    List<String> lines = new ArrayList<>(List.of(plan.lines()));
    foresight
        .seriesBreak()
        .ifPresent(
            found -> {
              fields.put("break", fields(found));
              lines.add(line(found));
            });
    if (foresight.mayReplaceModels()) {
      lines.add("Training may replace a model; scoring then changes as well.");
    }
    fields.put("may_replace_models", foresight.mayReplaceModels());
    fields.put("costs", foresight.costs().stream().map(ToldAhead::fields).toList());
    fields.put("seconds", foresight.seconds());
    if (!foresight.plan().idle()) {
      foresight.costs().forEach(cost -> lines.add(line(cost)));
      lines.add("About %s in stages.".formatted(time(foresight.seconds())));
    }
    return Answer.ok(plan.status(), String.join(System.lineSeparator(), lines), fields);
  }

  private static String line(SeriesBreak found) {
    String changed = String.join("; ", found.changes());
    return found.whole()
        ? "All days are scored again, so no series breaks: %s changed.".formatted(changed)
        : ("Series break on %s: %s changed. Days from then on are scored again, by %s; older days"
                + " keep %s.")
            .formatted(found.from(), changed, found.after(), found.before());
  }

  private static Map<String, Object> fields(SeriesBreak found) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("marked", !found.whole());
    fields.put("scored_again_from", found.from().toString());
    fields.put("from_methodology", found.before());
    fields.put("to_methodology", found.after());
    fields.put("changes", found.changes());
    return fields;
  }

  private static String line(Cost cost) {
    List<String> parts = new ArrayList<>();
    cost.posts().ifPresent(posts -> parts.add("%,d posts".formatted(posts)));
    cost.bytes().ifPresent(bytes -> parts.add(Amounts.bytes(bytes)));
    parts.add(
        cost.seconds().isPresent()
            ? "about %s, by run %s".formatted(time(cost.seconds().getAsDouble()), cost.basis())
            : "no earlier run tells how long");
    return "  %-8s costs  %s".formatted(cost.step().id(), String.join(", ", parts));
  }

  private static String time(double seconds) {
    return Amounts.time(Duration.ofMillis(Math.round(seconds * 1000)));
  }

  private static Map<String, Object> fields(Cost cost) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("stage", cost.step().id());
    cost.posts().ifPresent(posts -> fields.put("posts", posts));
    cost.bytes().ifPresent(bytes -> fields.put("bytes", bytes));
    cost.seconds().ifPresent(seconds -> fields.put("seconds", seconds));
    if (!cost.basis().isEmpty()) {
      fields.put("as_run", cost.basis());
    }
    return fields;
  }
}
