package org.credence.jobs.nightly;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.credence.archive.AuthorKey;
import org.credence.jobs.Night;
import org.credence.jobs.Stage;
import org.credence.jobs.StageResult;
import org.credence.jobs.cubes.PartsAnew;
import org.credence.jobs.rekey.KeyedLake;
import org.credence.jobs.rekey.RekeyJob;
import org.credence.jobs.rekey.RekeyResult;
import org.credence.lake.Fence;
import org.credence.lake.Lake;
import org.credence.lake.LakeSession;
import org.credence.lake.Migration;
import org.credence.lake.Table;
import org.credence.lake.Tables;
import org.credence.lake.lease.Lease;
import org.credence.lake.lease.Leases;
import org.credence.settings.ExitCode;
import org.credence.settings.Refusal;
import org.credence.settings.Settings;

/**
 * Brings a lake up to date after an author key was added, and has the upkeep of a night remove what
 * was hashed without it, as one run. Nothing else becomes due by it.
 */
public final class RekeyRun {

  private final Settings settings;
  private final Places places;
  private final AuthorKey key;
  private final LocalDate date;

  /**
   * @throws Refusal when there is no key, another one than that of the lake, or no night was done
   */
  public RekeyRun(Settings settings, Map<String, String> environment) {
    this.settings = settings;
    this.places = new Places(settings);
    this.key = new AuthorKeys(places, environment).findOfLake();
    this.date = lastNight().orElseThrow(RekeyRun::noLake);
  }

  private Optional<LocalDate> lastNight() {
    Optional<LocalDate> published = places.cubes().read("LATEST").flatMap(Dates::ofEdition);
    return published.or(
        () ->
            Ledger.read(places.runs())
                .of(Step.INGEST)
                .map(Ledger.Entry::date)
                .map(LocalDate::parse));
  }

  /** Keys of the ring, the newest included. */
  public int keys() {
    return key.size();
  }

  /**
   * How it ended.
   *
   * @param upkeep summary of the upkeep after it; empty when there was nothing to do
   * @param record address of the run record
   */
  public record Outcome(RekeyResult rekeyed, String upkeep, String record) {}

  /** Names of the tables that would be hashed anew; reads the lake only. */
  public List<String> plan(Optional<String> master) {
    RunLog.in(settings.root(), "rekey-plan").attach();
    SparkSession spark = LakeSession.open(settings, "credence rekey --plan", master);
    try {
      KeyedLake lake = KeyedLake.of(new Lake(spark, Fence.OPEN), places.runs(), key);
      return lake.due().stream().map(Table::name).toList();
    } finally {
      spark.stop();
    }
  }

  /**
   * @throws RunFailure when it began and failed: again, it goes on where it was
   */
  public Outcome run(Optional<String> master, NightProgress progress) {
    RunStore store = new RunStore(places.runs());
    RunStore.RunId id = store.claim(date);
    RunLog log = RunLog.in(settings.root(), id.toString());
    log.attach();
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("run", id.toString());
    record.put("date", date.toString());
    record.put("command", "rekey");
    Stopwatch stopwatch = new Stopwatch();
    try (Lease lease = new Leases(places.open(settings.lake())).take(id.toString())) {
      Outcome outcome = inSession(master, progress, lease, store.address(id));
      record.put("status", outcome.rekeyed().nothing() ? "nothing to do" : "re-keyed");
      record.put("exit_code", 0);
      record.put("figures", outcome.rekeyed().figures());
      return outcome;
    } catch (Throwable e) {
      Optional<Refusal> refusal = Failure.asRefusal(e, settings.lake());
      log.add(e);
      record.putAll(RunRecord.failure(refusal));
      record.put("log", log.file().toString());
      throw new RunFailure(e, refusal, store.address(id), log);
    } finally {
      record.put("seconds", stopwatch.seconds());
      store.write(id, record);
    }
  }

  private Outcome inSession(
      Optional<String> master, NightProgress progress, Lease lease, String record) {
    progress.begin("start");
    progress.step("opening a Spark session");
    SparkSession spark = LakeSession.open(settings, "credence rekey", master);
    TaskCounter tasks = new TaskCounter(progress);
    spark.sparkContext().addSparkListener(tasks);
    try {
      lease.whenLost(() -> spark.sparkContext().cancelAllJobs());
      Lake lake = new Lake(spark, lease).keyedWith(key.fingerprint());
      Migration.run(lake, Tables.ALL);
      Night night = new Night(settings, date, true, key, lake, progress);
      RekeyResult rekeyed = (RekeyResult) ran(new RekeyJob(PartsAnew::sum), night, progress);
      tasks.reset();
      boolean clean = rekeyed.nothing() && !KeyedLake.holdsFormer(lake);
      String upkeep = clean ? "" : ran(Step.MAINTAIN.stage(), night, progress).summary();
      return new Outcome(rekeyed, upkeep, record);
    } finally {
      spark.stop();
    }
  }

  private static StageResult ran(Stage stage, Night night, NightProgress progress) {
    Stopwatch stopwatch = new Stopwatch();
    progress.begin(stage.name());
    StageResult result = stage.run(night);
    progress.end(result.summary(), stopwatch.elapsed());
    return result;
  }

  private static Refusal noLake() {
    return new Refusal(
        "There is nothing to re-key",
        "no night was done here yet",
        "Run credence nightly with the newest key.",
        ExitCode.INPUT_NOT_READY);
  }
}
