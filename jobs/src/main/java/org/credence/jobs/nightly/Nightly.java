package org.credence.jobs.nightly;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.credence.archive.AuthorKey;
import org.credence.cubes.Edition;
import org.credence.cubes.Editions;
import org.credence.cubes.Rollback;
import org.credence.jobs.simulate.SimulationReport;
import org.credence.settings.ExitCode;
import org.credence.settings.Refusal;
import org.credence.settings.Settings;

/** One night, or one stage of it: finds what is due, runs it, records it. */
public final class Nightly {

  private final Settings settings;
  private final Places places;
  private final Map<String, String> environment;
  private final CodeVersion code;
  private final Demo demo;

  public Nightly(Settings settings, Map<String, String> environment, CodeVersion code) {
    this.settings = settings;
    this.places = new Places(settings);
    this.environment = Map.copyOf(environment);
    this.code = code;
    this.demo = new Demo(settings);
  }

  /** What would run and why, without Spark; empty when the demo's archive must be made first. */
  public Optional<Plan> plan(NightOptions options) {
    return lacksDemo()
        ? Optional.empty()
        : Optional.of(prepare(options, listing(), standing()).plan());
  }

  /** The same with what would break and what it would cost. */
  public Optional<Foresight> foresee(NightOptions options) {
    if (lacksDemo()) {
      return Optional.empty();
    }
    Prepared prepared = prepare(options, listing(), standing());
    Optional<Edition> stands = new Editions(places.cubes()).latest();
    Plan plan = prepared.plan();
    return Optional.of(
        Foresight.of(
            plan,
            SeriesBreak.of(places, prepared.key().origin(), stands, plan),
            stands,
            new EarlierRuns(new RunStore(places.runs()).newest(EarlierRuns.RECORDS)),
            options.force()));
  }

  /** The report of a night in which nothing is due. A scheduler's run tells of such stages too. */
  public NightReport unchanged(NightOptions options, Plan plan) {
    options.runId().ifPresent(runId -> recordIdle(runId, options, plan));
    return report(plan, Map.of(), "");
  }

  private void recordIdle(String runId, NightOptions options, Plan plan) {
    RunStore store = new RunStore(places.runs());
    RunStore.RunId id = store.resume(plan.date(), runId);
    RunRecord record = new RunRecord(id, options, plan, settings);
    record.resume(store.read(id));
    plan.decisions().forEach(record::skipped);
    record.published(edition());
    store.write(id, record.fields());
  }

  /**
   * Runs what is due.
   *
   * @throws Refusal before anything has begun
   * @throws RunFailure afterwards
   */
  public NightReport run(NightOptions options, NightProgress progress) {
    makeMissingDemo(progress);
    Prepared prepared = prepare(options, listing(), standing());
    try (Sessions sessions = Sessions.ofOneNight()) {
      return run(prepared, progress, sessions);
    }
  }

  NightReport run(Prepared prepared, NightProgress progress, Sessions sessions) {
    if (prepared.plan().idle()) {
      return unchanged(prepared.options(), prepared.plan());
    }
    NightRun run = new NightRun(prepared, places, code, progress, sessions);
    return report(prepared.plan(), run.run().fields(), run.address());
  }

  NightReport report(Plan plan, Map<String, Object> record, String address) {
    Optional<String> page = Optional.of(plan.published() + "/index.html");
    return new NightReport(
        plan,
        record,
        address,
        edition(),
        page.filter(key -> !places.reports().list(key).isEmpty())
            .map(key -> NightReport.local(settings.reports()) + "/" + key),
        settings.cubes(),
        Rollback.standing(places.cubes()));
  }

  boolean lacksDemo() {
    return demo.missing();
  }

  void makeMissingDemo(NightProgress progress) {
    if (demo.missing()) {
      makeDemo(progress);
    }
  }

  private void makeDemo(NightProgress progress) {
    progress.note("There is no archive yet: making the one of the demo.");
    SimulationReport made = demo.make();
    progress.note(
        "Wrote %,d records in %,d files under %s; the key that hides its authors is %s."
            .formatted(made.records(), made.files(), made.archive(), demo.keyFile()));
  }

  /**
   * What was done before a night.
   *
   * @param published night of the edition that stands
   */
  record Standing(Ledger ledger, Optional<LocalDate> published) {}

  /** What is known before a night begins. */
  record Prepared(NightOptions options, Plan plan, Ingredients ingredients, AuthorKey key) {

    /**
     * The ledger after a stage.
     *
     * @param taken drops of which nothing remains to be read
     */
    Ledger done(Step step, Map<String, DropListing> taken, String run, Ledger before) {
      Ledger with = step == Step.INGEST ? before.with(taken) : before;
      String date = ingredients.dates().of(step).toString();
      return with.with(
          step, new Ledger.Entry(date, run, ingredients.withDrops(taken).of(step, with)));
    }

    /** As if the night had been run. */
    Standing planned(Standing before) {
      Ledger ledger = before.ledger();
      for (Decision decision : plan.decisions()) {
        if (decision.due()) {
          ledger = done(decision.step(), plan.drops(), "planned", ledger);
        }
      }
      return new Standing(ledger, Optional.of(plan.published()));
    }
  }

  Standing standing() {
    return new Standing(Ledger.read(places.runs()), edition().flatMap(Dates::ofEdition));
  }

  ArchiveListing listing() {
    return new ArchiveListing(settings.sources(), places.archive().list(""));
  }

  Prepared prepare(NightOptions options, ArchiveListing listing, Standing standing) {
    AuthorKey key = new AuthorKeys(places, environment).find();
    Ledger ledger = standing.ledger();
    LocalDate date = date(listing, options);
    Dates dates = Dates.of(date, ledger, standing.published());
    Map<String, DropListing> drops = new TreeMap<>(ledger.dropsAfter(date));
    drops.putAll(listing.drops(date));
    Ingredients ingredients = new Ingredients(places, dates, drops, key.origin(), code);
    Plan plan = Plan.of(options.steps(), ingredients, ledger, drops, options.force());
    return new Prepared(options, plan, ingredients, key);
  }

  private LocalDate date(ArchiveListing listing, NightOptions options) {
    LocalDate first = listing.first().orElseThrow(this::noDrops);
    LocalDate date = options.date().or(listing::latest).orElseThrow(this::noDrops);
    if (date.isBefore(first)) {
      throw new Refusal(
          "There is nothing to do for " + date,
          "the first drop of " + settings.archive() + " is dated " + first,
          "Name a later --date, or none for the latest drop.",
          ExitCode.INPUT_NOT_READY);
    }
    return date;
  }

  private Refusal noDrops() {
    boolean there = !places.archive().list("").isEmpty();
    return new Refusal(
        "There is nothing to read in " + settings.archive(),
        there
            ? "no folder of sources.yaml holds a dated folder YYYY-MM-DD with a file in it"
            : "the archive is not there, or empty",
        "Check locations.archive and sources.yaml, or wait for the first delivery.",
        ExitCode.INPUT_NOT_READY);
  }

  private Optional<String> edition() {
    return places.cubes().read("LATEST").map(String::strip);
  }
}
