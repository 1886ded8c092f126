package org.credence.jobs.nightly;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.credence.cubes.Rollback;
import org.credence.jobs.Night;
import org.credence.jobs.StageResult;
import org.credence.jobs.rekey.KeyedLake;
import org.credence.lake.Lake;
import org.credence.lake.LakeSession;
import org.credence.lake.Migration;
import org.credence.lake.Tables;
import org.credence.lake.lease.Lease;
import org.credence.lake.lease.Leases;
import org.credence.settings.Refusal;
import org.credence.settings.Settings;

/** Runs the due stages of one night in one session, and leaves a record whatever happens. */
final class NightRun {

  private final Nightly.Prepared prepared;
  private final Places places;
  private final RunStore store;
  private final CodeVersion code;
  private final NightProgress progress;
  private final Sessions sessions;
  private final RunStore.RunId id;
  private final RunLog log;
  private Optional<Step> current = Optional.empty();

  NightRun(
      Nightly.Prepared prepared,
      Places places,
      CodeVersion code,
      NightProgress progress,
      Sessions sessions) {
    this.prepared = prepared;
    this.places = places;
    this.store = new RunStore(places.runs());
    this.code = code;
    this.progress = progress;
    this.sessions = sessions;
    LocalDate date = prepared.plan().date();
    this.id =
        prepared
            .options()
            .runId()
            .map(runId -> store.resume(date, runId))
            .orElseGet(() -> store.claim(date));
    this.log = RunLog.in(places.settings().root(), id.toString());
  }

  String address() {
    return store.address(id);
  }

  RunRecord run() {
    NightOptions options = prepared.options();
    log.attach();
    RunRecord record = new RunRecord(id, options, prepared.plan(), places.settings());
    record.resume(store.read(id));
    try (Lease lease = new Leases(places.open(places.settings().lake())).take(id.toString())) {
      inSession(record, options, lease);
      record.published(places.cubes().read("LATEST").map(String::strip));
    } catch (Throwable e) {
      throw failed(e, record);
    }
    store.write(id, record.fields());
    return record;
  }

  private void inSession(RunRecord record, NightOptions options, Lease lease) {
    Settings settings = places.settings();
    String name = "credence " + options.command() + " " + prepared.plan().date();
    progress.note("Night of %s: %s%s.".formatted(prepared.plan().date(), intake(), asOf()));
    Rollback.standing(places.cubes())
        .ifPresent(
            back ->
                progress.note(
                    "Edition %s was rolled back to %s by run %s."
                        .formatted(back.from(), back.stands(), back.run())));
    progress.begin("start");
    progress.step("opening a Spark session");
    SparkSession spark =
        sessions.take(
            () -> LakeSession.open(settings, name, options.master()),
            prepared.plan().work().session());
    TaskCounter tasks = new TaskCounter(progress);
    spark.sparkContext().addSparkListener(tasks);
    try {
      lease.whenLost(() -> spark.sparkContext().cancelAllJobs());
      Lake lake = new Lake(spark, lease).keyedWith(prepared.key().fingerprint());
      KeyedLake.of(lake, places.runs(), prepared.key()).refuseFormerKeys();
      Migration.run(lake, Tables.ALL);
      stages(record, night(lake), tasks);
      record.lake(lake, code);
    } finally {
      spark.sparkContext().removeSparkListener(tasks);
      sessions.release();
    }
  }

  private Night night(Lake lake) {
    return new Night(
        places.settings(),
        prepared.plan().date(),
        prepared.options().force(),
        prepared.key(),
        lake,
        progress,
        prepared.options().accepted());
  }

  private String intake() {
    DropChanges changes = prepared.plan().changes();
    return changes.none() ? "no new drops" : changes.summary();
  }

  private String asOf() {
    Dates dates = prepared.ingredients().dates();
    return dates.isLate() ? ", published as of " + dates.published() + ", which stands" : "";
  }

  /** Looks again before each stage: what ran before it may have changed nothing that it reads. */
  private void stages(RunRecord record, Night night, TaskCounter tasks) {
    // Read again: the run that held the lake before this one may have done something.
    Ledger ledger = Ledger.read(places.runs());
    for (Step step : prepared.options().steps()) {
      Decision decision =
          Plan.decide(
              step, prepared.ingredients(), ledger, prepared.plan().changes(), night.force());
      if (!decision.due()) {
        record.skipped(decision);
        continue;
      }
      current = Optional.of(step);
      tasks.reset();
      Night ofStage = night.asOf(prepared.ingredients().dates().ofNight(step));
      StageResult result = ran(record, decision, ofStage);
      ledger = done(step, result.unread(), ledger);
    }
    current = Optional.empty();
  }

  private StageResult ran(RunRecord record, Decision decision, Night night) {
    Stopwatch stopwatch = new Stopwatch();
    progress.begin(decision.step().id());
    progress.step(decision.why());
    StageResult result = decision.step().stage().run(night);
    progress.end(result.summary(), stopwatch.elapsed());
    record.ran(decision, result, stopwatch.seconds());
    return result;
  }

  /** Drops with a file that stays due count as not seen, so that the next night is not idle. */
  private Ledger done(Step step, List<String> unread, Ledger ledger) {
    Map<String, DropListing> drops = new TreeMap<>(prepared.plan().drops());
    drops.keySet().removeIf(drop -> unread.stream().anyMatch(file -> file.startsWith(drop + "/")));
    Ledger next = prepared.done(step, drops, id.toString(), ledger);
    next.write(places.runs());
    return next;
  }

  private RunFailure failed(Throwable thrown, RunRecord record) {
    Optional<Refusal> refusal = Failure.asRefusal(thrown, places.settings().lake());
    log.add(thrown);
    record.failed(current.map(Step::id), refusal, log);
    try {
      store.write(id, record.fields());
    } catch (Refusal unwritten) {
      thrown.addSuppressed(unwritten);
    }
    return new RunFailure(thrown, refusal, address(), log);
  }
}
