package org.credence.jobs.nightly;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.credence.lake.lease.Lease;
import org.credence.lake.lease.Leases;
import org.credence.settings.ExitCode;
import org.credence.settings.Refusal;
import org.credence.settings.Settings;

/**
 * A short run without Spark that changes what is published: it holds the lake and leaves a record.
 */
final class LeasedRun {

  private final Settings settings;
  private final RunStore runs;
  private final RunStore.RunId id;
  private final Map<String, Object> record = new LinkedHashMap<>();

  private LeasedRun(Settings settings, RunStore runs, RunStore.RunId id) {
    this.settings = settings;
    this.runs = runs;
    this.id = id;
  }

  /** Claims the next record of the night whose figures it changes. */
  static LeasedRun rollback(Settings settings, Places places, LocalDate night) {
    RunStore runs = new RunStore(places.runs());
    LeasedRun run = new LeasedRun(settings, runs, runs.claim(night));
    return run.with("run", run.id.toString())
        .with("date", night.toString())
        .with("command", "rollback");
  }

  /** Something that the record says. */
  LeasedRun with(String name, String value) {
    record.put(name, value);
    return this;
  }

  /**
   * @param work what to do while the lake is held, from the lease and the name of the run
   * @throws Refusal of the work, or when another run holds the lake
   */
  <R> R run(Places places, BiFunction<Lease, String, R> work) {
    Stopwatch stopwatch = new Stopwatch();
    try (Lease lease = new Leases(places.open(settings.lake())).take(id.toString())) {
      R outcome = work.apply(lease, id.toString());
      record.put("status", "rolled back");
      record.put("exit_code", ExitCode.OK.code());
      return outcome;
    } catch (RuntimeException e) {
      record.putAll(RunRecord.failure(Failure.asRefusal(e, settings.lake())));
      throw e;
    } finally {
      record.put("seconds", stopwatch.seconds());
      runs.write(id, record);
    }
  }

  /** Where a person finds the record. */
  String address() {
    return runs.address(id);
  }
}
