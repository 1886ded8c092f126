package org.credence.jobs.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.credence.jobs.nightly.Failure;
import org.credence.jobs.nightly.RunFailure;
import org.credence.jobs.nightly.RunLog;
import org.credence.settings.ExitCode;
import org.credence.settings.Refusal;

/** Turns whatever was thrown into one line for a person, an exit code and JSON. */
final class Mishap {

  private Mishap() {}

  static Answer of(Throwable thrown) {
    if (thrown instanceof RunFailure run) {
      Map<String, Object> where = new LinkedHashMap<>();
      where.put("record", run.record());
      where.put("log", run.log());
      return run.refusal()
          .map(refusal -> answer(refusal, where))
          .orElseGet(() -> bug(run.getCause() == null ? run : run.getCause(), where));
    }
    Optional<Refusal> refusal = Failure.asRefusal(thrown, Path.of("").toUri());
    if (refusal.isPresent() && refusal.get().getCause() == null) {
      return answer(refusal.get(), Map.of());
    }
    RunLog log = RunLog.in(GlobalOptions.home(), "credence");
    log.add(thrown);
    Map<String, Object> where = Map.of("log", log.file().toString());
    return refusal.map(why -> answer(why, where)).orElseGet(() -> bug(thrown, where));
  }

  static Answer usage(String problem, String reason, String remedy) {
    return answer(new Refusal(problem, reason, remedy, ExitCode.USAGE), Map.of());
  }

  private static Answer answer(Refusal refusal, Map<String, Object> where) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("problem", refusal.problem());
    fields.put("cause", refusal.reason());
    fields.put("remedy", refusal.remedy());
    fields.putAll(where);
    return new Answer("failed", refusal.exitCode(), line(refusal, where), fields);
  }

  /** The message of an unknown error may hold anything, so only its kind is printed. */
  private static Answer bug(Throwable thrown, Map<String, Object> where) {
    return answer(
        new Refusal(
            "Credence failed",
            "this is a bug (" + thrown.getClass().getSimpleName() + ")",
            "Please report it with the log file.",
            ExitCode.BUG),
        where);
  }

  private static String line(Refusal refusal, Map<String, Object> where) {
    String line =
        "credence: %s: %s. %s".formatted(refusal.problem(), refusal.reason(), refusal.remedy());
    Object log = where.get("log");
    return line.replaceAll("\\s*\\R\\s*", " ") + (log == null ? "" : " [log: " + log + "]");
  }
}
