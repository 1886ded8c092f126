package org.credence.jobs.nightly;

import java.util.Optional;
import org.credence.settings.ExitCode;
import org.credence.settings.Refusal;

/** A run that began, left a record, and failed. The cause tells why; its stack is in the log. */
public final class RunFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Optional<Refusal> refusal;
  private final String record;
  private final String log;

  RunFailure(Throwable cause, Optional<Refusal> refusal, String record, RunLog log) {
    super(cause);
    this.refusal = refusal;
    this.record = record;
    this.log = log.file().toString();
  }

  /** What the user can mend; empty for a bug. */
  public Optional<Refusal> refusal() {
    return refusal;
  }

  public ExitCode exitCode() {
    return refusal.map(Refusal::exitCode).orElse(ExitCode.BUG);
  }

  /** Where the record of the run is. */
  public String record() {
    return record;
  }

  /** The log file on this machine. */
  public String log() {
    return log;
  }
}
