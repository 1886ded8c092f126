package org.credence.jobs.nightly;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.credence.cubes.AuditRule;

/**
 * What the caller of a night chose.
 *
 * @param command as typed, for the run record
 * @param date of the night; empty for the latest drop of the archive
 * @param steps to look at, in their order: all of a night, or one
 * @param force does again what is already done
 * @param master of the cluster; empty for the session of local.conf or of spark-submit
 * @param runId of the scheduler whose tasks are the stages of one night: they share a record
 * @param accepted audits that may fail this once, with the reason for it
 */
public record NightOptions(
    String command,
    Optional<LocalDate> date,
    List<Step> steps,
    boolean force,
    Optional<String> master,
    Optional<String> runId,
    Map<AuditRule, String> accepted) {

  public NightOptions {
    steps = List.copyOf(steps);
    accepted = Collections.unmodifiableMap(new TreeMap<>(accepted));
  }

  /** Without an accepted audit. */
  public NightOptions(
      String command,
      Optional<LocalDate> date,
      List<Step> steps,
      boolean force,
      Optional<String> master,
      Optional<String> runId) {
    this(command, date, steps, force, master, runId, Map.of());
  }

  /** The same for another night. */
  NightOptions on(LocalDate night) {
    return new NightOptions(command, Optional.of(night), steps, force, master, runId, accepted);
  }
}
