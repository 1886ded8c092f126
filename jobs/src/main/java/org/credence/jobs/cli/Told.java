package org.credence.jobs.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.credence.cubes.Rollback;
import org.credence.jobs.nightly.Decision;
import org.credence.jobs.nightly.NightReport;
import org.credence.jobs.nightly.Plan;
import org.credence.settings.SourcesFile;

/** Plans and reports of nights, in words and as fields. */
final class Told {

  /** Gaps that a person is shown; the record has all. */
  private static final int SHOWN = 10;

  private Told() {}

  /**
   * @param sources of which some may not have delivered yet
   */
  static Answer plan(Plan plan, SourcesFile sources) {
    StringBuilder lines = new StringBuilder();
    lines.append("Night of %s: %s.".formatted(plan.date(), intake(plan)));
    for (Decision decision : plan.decisions()) {
      String verb = decision.due() ? "runs" : "stays";
      lines.append("%n  %-8s %-6s %s".formatted(decision.step().id(), verb, decision.why()));
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("date", plan.date().toString());
    fields.put("awaited", plan.awaited(sources));
    fields.put("stages", stages(plan));
    return Answer.ok(plan.idle() ? NightReport.NOTHING : "due", lines.toString(), fields);
  }

  static Answer demoFirst() {
    return Answer.ok(
        "due",
        "There is no archive yet: the one of the demo is made first, then all stages run.",
        Map.of());
  }

  private static String intake(Plan plan) {
    String drops = plan.changes().none() ? "no new drops" : plan.changes().summary();
    return plan.published().equals(plan.date())
        ? drops
        : drops + ", published as of " + plan.published() + ", which stands";
  }

  private static List<Map<String, Object>> stages(Plan plan) {
    List<Map<String, Object>> stages = new ArrayList<>();
    for (Decision decision : plan.decisions()) {
      Map<String, Object> stage = new LinkedHashMap<>();
      stage.put("name", decision.step().id());
      stage.put("due", decision.due());
      stage.put("why", decision.why());
      stages.add(stage);
    }
    return stages;
  }

  static Answer night(NightReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(
        report.plan().idle()
            ? "Nothing to do for %s: %s.".formatted(report.plan().date(), report.reason())
            : "Night of %s: %s.".formatted(report.plan().date(), report.outcome()));
    report.accepted().forEach(audit -> lines.add("Audit   " + audit));
    report.gaps().stream().limit(SHOWN).forEach(gap -> lines.add("Gap     " + gap));
    if (report.gaps().size() > SHOWN) {
      lines.add("Gap     %d more".formatted(report.gaps().size() - SHOWN));
    }
    Optional.of(places(report)).filter(text -> !text.isEmpty()).ifPresent(lines::add);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("date", report.plan().date().toString());
    report.edition().ifPresent(name -> fields.put("edition", name));
    report.report().ifPresent(page -> fields.put("report", page));
    fields.put("cubes", report.cubes().toString());
    report.query().ifPresent(query -> fields.put("query", query));
    report.rolledBack().ifPresent(back -> fields.put("rolled_back", back.from()));
    if (!report.recordAddress().isEmpty()) {
      fields.put("record", report.recordAddress());
    }
    report.record().forEach(fields::putIfAbsent);
    return Answer.ok(report.status(), String.join(System.lineSeparator(), lines), fields);
  }

  /** Where the result is, and whether it is what was published last. */
  static String places(NightReport report) {
    List<String> lines = new ArrayList<>();
    report.rolledBack().ifPresent(back -> lines.add(rolledBack(back)));
    report.report().ifPresent(page -> lines.add("Report  " + page));
    report
        .edition()
        .ifPresent(name -> lines.add("Cubes   " + NightReport.local(report.cubes()) + "/" + name));
    report.query().ifPresent(query -> lines.add("Query   " + query));
    return String.join(System.lineSeparator(), lines);
  }

  static String rolledBack(Rollback back) {
    return "Note    edition %s stands since run %s rolled %s back; a change or --force publishes"
            .formatted(back.stands(), back.run(), back.from())
        + " anew";
  }
}
