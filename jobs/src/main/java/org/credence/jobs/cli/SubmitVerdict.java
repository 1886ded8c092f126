package org.credence.jobs.cli;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.credence.settings.ExitCode;

/**
 * What the output of spark-submit says about the driver. Its exit code tells in client mode only: a
 * standalone cluster's driver may fail, and spark-submit ends with 0 all the same.
 */
final class SubmitVerdict {

  private static final Pattern STATE =
      Pattern.compile("State of driver (\\S+) is (?:now )?([A-Z]+)");
  private static final Pattern UNREACHABLE =
      Pattern.compile("All masters are unresponsive|Connection refused|UnknownHostException");

  private Optional<String> state = Optional.empty();
  private boolean unreachable;

  /** Looks at one line of output; lines of two streams may come from two threads. */
  synchronized void line(String line) {
    Matcher matcher = STATE.matcher(line);
    if (matcher.find()) {
      state = Optional.of(matcher.group(2));
    }
    unreachable |= UNREACHABLE.matcher(line).find();
  }

  synchronized Optional<String> driverState() {
    return state;
  }

  /**
   * Of a run that left no answer: in cluster mode none has ended well without.
   *
   * @param process exit code of spark-submit
   */
  synchronized ExitCode exitCode(int process, boolean cluster) {
    if (process == 0 && !cluster) {
      return ExitCode.OK;
    }
    if (unreachable) {
      return ExitCode.STORAGE;
    }
    return known(process).filter(code -> code != ExitCode.OK).orElse(ExitCode.CONFIGURATION);
  }

  private static Optional<ExitCode> known(int code) {
    return Arrays.stream(ExitCode.values()).filter(exit -> exit.code() == code).findFirst();
  }
}
