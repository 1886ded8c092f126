package org.credence.jobs.cli;

/** An option whose value can't be used. */
final class UsageError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String problem;
  private final String reason;

  UsageError(String problem, String reason) {
    super(problem + ": " + reason);
    this.problem = problem;
    this.reason = reason;
  }

  String problem() {
    return problem;
  }

  String reason() {
    return reason;
  }
}
