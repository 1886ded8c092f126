package org.credence.jobs.nightly;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.credence.archive.AuthorKey;
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
    return demo.missing() ? Optional.empty() : Optional.of(prepare(options).plan());
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
    if (demo.missing()) {
      makeDemo(progress);
    }
    Prepared prepared = prepare(options);
    if (prepared.plan().idle()) {
      return unchanged(options, prepared.plan());
    }
    NightRun run = new NightRun(prepared, places, code, progress);
    return report(prepared.plan(), run.run().fields(), run.address());
  }

  private NightReport report(Plan plan, Map<String, Object> record, String address) {
    Optional<String> page = Optional.of(plan.date() + "/index.html");
    return new NightReport(
        plan,
        record,
        address,
        edition(),
        page.filter(key -> !places.reports().list(key).isEmpty())
            .map(key -> NightReport.local(settings.reports()) + "/" + key),
        settings.cubes());
  }

  private void makeDemo(NightProgress progress) {
    progress.note("There is no archive yet: making the one of the demo.");
    SimulationReport made = demo.make();
    progress.note(
        "Wrote %,d records in %,d files under %s; the key that hides its authors is %s."
            .formatted(made.records(), made.files(), made.archive(), demo.keyFile()));
  }

  /** What is known before a night begins. */
  record Prepared(NightOptions options, Plan plan, Ingredients ingredients, AuthorKey key) {}

  private Prepared prepare(NightOptions options) {
    AuthorKey key = new AuthorKeys(places, environment).find();
    ArchiveListing listing = new ArchiveListing(settings.sources(), places.archive().list(""));
    LocalDate date = date(listing, options);
    Map<String, DropListing> drops = listing.drops(date);
    Ingredients ingredients = new Ingredients(places, date, drops, key.fingerprint(), code);
    Ledger ledger = Ledger.read(places.runs());
    Plan plan = Plan.of(date, options.steps(), ingredients, ledger, drops, options.force());
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
