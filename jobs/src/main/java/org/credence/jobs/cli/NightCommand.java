package org.credence.jobs.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.credence.jobs.nightly.Backfill;
import org.credence.jobs.nightly.CodeVersion;
import org.credence.jobs.nightly.DateRange;
import org.credence.jobs.nightly.NightOptions;
import org.credence.jobs.nightly.NightReport;
import org.credence.jobs.nightly.Nightly;
import org.credence.jobs.nightly.Places;
import org.credence.jobs.nightly.Plan;
import org.credence.jobs.nightly.Step;
import org.credence.jobs.nightly.Work;
import org.credence.settings.Settings;
import org.credence.settings.SourcesFile;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;

/** {@code nightly}, and each stage of it on its own. */
final class NightCommand implements Callable<Integer> {

  static final String NIGHTLY = "nightly";

  @Mixin private GlobalOptions global = new GlobalOptions();
  @Mixin private StageOptions stage = new StageOptions();

  private final RangeOptions range = new RangeOptions();
  private final AcceptOptions accept = new AcceptOptions();
  private final String name;
  private final List<Step> steps;
  private final Console console;

  NightCommand(String name, List<Step> steps, Console console) {
    this.name = name;
    this.steps = steps;
    this.console = console;
  }

  /** Options that not every stage has. */
  void describe(CommandSpec command) {
    if (name.equals(NIGHTLY)) {
      command.addMixin("range", CommandSpec.forAnnotatedObject(range));
    }
    if (name.equals(NIGHTLY) || name.equals(Step.CUBES.id())) {
      command.addMixin("accept", CommandSpec.forAnnotatedObject(accept));
    }
  }

  @Override
  public Integer call() {
    Settings settings = global.settings();
    Nightly nightly = new Nightly(settings, System.getenv(), CodeVersion.current());
    NightOptions options = stage.nightOptions(name, steps, global.master(), accept.accepted());
    Optional<DateRange> nights = range.range(stage.dated());
    if (nights.isPresent()) {
      return several(new NightsCommand(new Backfill(nightly, nights.get()), options), settings);
    }
    if (stage.plan()) {
      return print(plan(nightly, options, settings.sources()));
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

  /** A sensor asks for the plan of one stage again and again: what lies ahead is for people. */
  private Answer plan(Nightly nightly, NightOptions options, SourcesFile sources) {
    return name.equals(NIGHTLY)
        ? nightly
            .foresee(options)
            .map(foresight -> ToldAhead.foresight(foresight, sources))
            .orElseGet(Told::demoFirst)
        : nightly.plan(options).map(plan -> Told.plan(plan, sources)).orElseGet(Told::demoFirst);
  }

  private int several(NightsCommand nights, Settings settings) {
    if (stage.plan()) {
      return print(nights.plan(settings.sources()));
    }
    if (Launcher.decides()) {
      Optional<Answer> idle = nights.idle();
      return idle.isPresent() ? print(idle.get()) : Launcher.codeFor(nights.work());
    }
    return print(nights.run(console));
  }

  private int decide(Nightly nightly, NightOptions options) {
    Optional<Plan> plan = nightly.plan(options);
    return plan.isPresent() && plan.get().idle()
        ? print(Told.night(nightly.unchanged(options, plan.get())))
        : Launcher.codeFor(plan.map(Plan::work).orElse(Work.SMALL));
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
