package org.credence.jobs.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.credence.jobs.nightly.Backfill;
import org.credence.jobs.nightly.NightOptions;
import org.credence.jobs.nightly.NightReport;
import org.credence.jobs.nightly.Plan;
import org.credence.jobs.nightly.Work;
import org.credence.settings.SourcesFile;

/** What {@code nightly --from --to} answers. */
final class NightsCommand {

  private final Backfill backfill;
  private final NightOptions options;

  NightsCommand(Backfill backfill, NightOptions options) {
    this.backfill = backfill;
    this.options = options;
  }

  Answer plan(SourcesFile sources) {
    return backfill.plans(options).map(plans -> plans(plans, sources)).orElseGet(Told::demoFirst);
  }

  private static Answer plans(List<Plan> plans, SourcesFile sources) {
    List<Answer> told = plans.stream().map(plan -> Told.plan(plan, sources)).toList();
    boolean idle = plans.stream().allMatch(Plan::idle);
    return Answer.ok(
        idle ? "nothing to do" : "due",
        lines(told.stream().map(Answer::lines).toList()),
        Map.of("nights", told.stream().map(NightsCommand::fields).toList()));
  }

  /** The answer when no night has anything to do; otherwise what the launcher is to start. */
  Optional<Answer> idle() {
    return backfill
        .plans(options)
        .filter(plans -> plans.stream().allMatch(Plan::idle))
        .map(plans -> told(backfill.unchanged(options, plans)));
  }

  Work work() {
    return backfill.plans(options).stream()
        .flatMap(List::stream)
        .map(Plan::work)
        .max(Work::compareTo)
        .orElse(Work.SMALL);
  }

  /**
   * @throws NightsStopped when one fails, with the answer that tells which are done
   */
  Answer run(Console console) {
    List<NightReport> done = new ArrayList<>();
    try (Console.Watched watched = console.watched()) {
      backfill.run(
          options,
          watched.progress(),
          report -> {
            done.add(report);
            watched.progress().note(line(report));
          });
    } catch (RuntimeException e) {
      throw stopped(Mishap.of(e), done, e);
    }
    return told(done);
  }

  private static NightsStopped stopped(Answer failure, List<NightReport> done, Exception e) {
    Map<String, Object> fields = new LinkedHashMap<>(failure.fields());
    fields.put("nights", done.stream().map(NightsCommand::fields).toList());
    String nights =
        done.isEmpty()
            ? "No night is done."
            : "Nights done: "
                + String.join(", ", done.stream().map(report -> report.plan().date() + "").toList())
                + ".";
    return new NightsStopped(
        new Answer(failure.status(), failure.exitCode(), failure.lines() + " " + nights, fields),
        e);
  }

  private static Answer told(List<NightReport> reports) {
    List<String> lines = new ArrayList<>(reports.stream().map(NightsCommand::line).toList());
    NightReport last = reports.get(reports.size() - 1);
    Optional.of(Told.places(last)).filter(text -> !text.isEmpty()).ifPresent(lines::add);
    Map<String, Object> fields = new LinkedHashMap<>();
    last.edition().ifPresent(name -> fields.put("edition", name));
    fields.put("nights", reports.stream().map(NightsCommand::fields).toList());
    return Answer.ok(status(reports), lines(lines), fields);
  }

  private static String status(List<NightReport> reports) {
    return reports.stream()
        .map(NightReport::status)
        .filter(status -> !status.equals(NightReport.NOTHING))
        // Of the two that are left, the longer one tells of gaps.
        .max(java.util.Comparator.comparingInt(String::length))
        .orElse(NightReport.NOTHING);
  }

  private static String line(NightReport report) {
    String gaps = report.gaps().isEmpty() ? "" : ", %d gaps".formatted(report.gaps().size());
    return "Night of %s: %s%s.".formatted(report.plan().date(), report.outcome(), gaps);
  }

  private static Map<String, Object> fields(NightReport report) {
    return fields(Told.night(report));
  }

  private static Map<String, Object> fields(Answer answer) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("status", answer.status());
    fields.putAll(answer.fields());
    return fields;
  }

  private static String lines(List<String> lines) {
    return String.join(System.lineSeparator(), lines);
  }
}
