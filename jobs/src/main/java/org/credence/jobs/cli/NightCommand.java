package org.credence.jobs.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.credence.jobs.nightly.CodeVersion;
import org.credence.jobs.nightly.NightOptions;
import org.credence.jobs.nightly.NightReport;
import org.credence.jobs.nightly.Nightly;
import org.credence.jobs.nightly.Places;
import org.credence.jobs.nightly.Plan;
import org.credence.jobs.nightly.Step;
import org.credence.jobs.nightly.Work;
import org.credence.settings.Settings;
import picocli.CommandLine.Mixin;

/** {@code nightly}, and each stage of it on its own. */
final class NightCommand implements Callable<Integer> {

  @Mixin private GlobalOptions global = new GlobalOptions();
  @Mixin private StageOptions stage = new StageOptions();

  private final String name;
  private final List<Step> steps;
  private final Console console;

  NightCommand(String name, List<Step> steps, Console console) {
    this.name = name;
    this.steps = steps;
    this.console = console;
  }

  @Override
  public Integer call() {
    Settings settings = global.settings();
    Nightly nightly = new Nightly(settings, System.getenv(), CodeVersion.current());
    NightOptions options = stage.nightOptions(name, steps, global.master());
    if (stage.plan()) {
      return print(
          nightly
              .plan(options)
              .map(plan -> Told.plan(plan, settings.sources()))
              .orElseGet(NightCommand::demoFirst));
    }
    if (Launcher.decides()) {
      return decide(nightly, options);
    }
    try (Console.Watched watched = console.watched()) {
      NightReport report = nightly.run(options, watched.progress());
      watched.close();
      return print(Told.night(report));
    }
  }

  private int decide(Nightly nightly, NightOptions options) {
    Optional<Plan> plan = nightly.plan(options);
    return plan.isPresent() && plan.get().idle()
        ? print(Told.night(nightly.unchanged(options, plan.get())))
        : Launcher.codeFor(plan.map(Plan::work).orElse(Work.SMALL));
  }

  private static Answer demoFirst() {
    return Answer.ok(
        "due",
        "There is no archive yet: the one of the demo is made first, then all stages run.",
        java.util.Map.of());
  }

  /** Lets whoever submitted this run know how it ended; nothing happens when nobody did. */
  void leave(Answer answer) {
    stage
        .submission()
        .ifPresent(mark -> new Receipts(new Places(global.settings()).runs()).leave(mark, answer));
  }

  private int print(Answer answer) {
    leave(answer);
    return answer.print(name, global.json(), console.out());
  }
}
