package org.credence.jobs.nightly;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the caller of a night chose.
 *
 * @param command as typed, for the run record
 * @param date of the night; empty for the latest drop of the archive
 * @param steps to look at, in their order: all of a night, or one
 * @param force does again what is already done
 * @param master of the cluster; empty for the session of local.conf or of spark-submit
 * @param runId of the scheduler whose tasks are the stages of one night: they share a record
 */
public record NightOptions(
    String command,
    Optional<LocalDate> date,
    List<Step> steps,
    boolean force,
    Optional<String> master,
    Optional<String> runId) {

  public NightOptions {
    steps = List.copyOf(steps);
  }
}
