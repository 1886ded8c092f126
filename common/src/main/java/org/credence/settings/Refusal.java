package org.credence.settings;

/**
 * An error that a user can mend: what is wrong, why, and what to do about it.
 *
 * <p>The message is one line for a person and never holds a secret, a handle or the text of a post.
 */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String problem;
  private final String reason;
  private final String remedy;
  private final ExitCode exitCode;

  public Refusal(String problem, String reason, String remedy, ExitCode exitCode) {
    super("%s: %s. %s".formatted(problem, reason, remedy));
    this.problem = problem;
    this.reason = reason;
    this.remedy = remedy;
    this.exitCode = exitCode;
  }

  /** The same with the exception behind it, whose stack goes to the log file. */
  public Refusal(
      String problem, String reason, String remedy, ExitCode exitCode, Throwable because) {
    this(problem, reason, remedy, exitCode);
    initCause(because);
  }

  public static Refusal configuration(String problem, String reason, String remedy) {
    return new Refusal(problem, reason, remedy, ExitCode.CONFIGURATION);
  }

  public String problem() {
    return problem;
  }

  public String reason() {
    return reason;
  }

  public String remedy() {
    return remedy;
  }

  public ExitCode exitCode() {
    return exitCode;
  }
}
