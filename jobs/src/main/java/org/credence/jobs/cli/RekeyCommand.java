package org.credence.jobs.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.credence.jobs.nightly.RekeyRun;
import org.credence.jobs.nightly.Work;
import org.credence.jobs.rekey.RekeyResult;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rekey}: hashes authors anew after a key was added. */
final class RekeyCommand implements Callable<Integer> {

  private static final String NAME = "rekey";
  private static final String NOTHING = "nothing to do";

  @Mixin private GlobalOptions global = new GlobalOptions();

  @Option(
      names = "--plan",
      description = "Prints which tables would be re-keyed, and does nothing.")
  private boolean plan;

  private final Console console;

  RekeyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    RekeyRun run = new RekeyRun(global.settings(), System.getenv());
    if (Launcher.decides()) {
      return Launcher.codeFor(Work.LARGE);
    }
    if (plan) {
      return print(planned(run.plan(global.master()), run.keys()));
    }
    try (Console.Watched watched = console.watched()) {
      RekeyRun.Outcome outcome = run.run(global.master(), watched.progress());
      watched.close();
      return print(told(outcome));
    }
  }

  private static Answer planned(List<String> tables, int keys) {
    String lines =
        tables.isEmpty()
            ? "Nothing to do: " + keyed(keys)
            : "Would re-key with the newest of %d keys: %s. Then upkeep removes what was hashed without it."
                .formatted(keys, String.join(", ", tables));
    return Answer.ok(
        tables.isEmpty() ? NOTHING : "due", lines, Map.of("tables", tables, "keys", keys));
  }

  private static Answer told(RekeyRun.Outcome outcome) {
    RekeyResult rekeyed = outcome.rekeyed();
    Map<String, Object> fields = new LinkedHashMap<>(rekeyed.figures());
    fields.put("record", outcome.record());
    if (outcome.upkeep().isEmpty()) {
      return Answer.ok(NOTHING, "Nothing to do: " + keyed(rekeyed.keys()), fields);
    }
    fields.put("upkeep", outcome.upkeep());
    String lines =
        """
        Re-keyed with the newest of %d keys: %s; %d waiting requests to erase.
        Upkeep  %s
        Keep all keys: the former ones go on in CREDENCE_AUTHOR_KEYS_BEFORE."""
            .formatted(
                rekeyed.keys(),
                rekeyed.tables().isEmpty() ? "all was" : String.join(", ", rekeyed.tables()),
                rekeyed.requests(),
                outcome.upkeep());
    return Answer.ok("re-keyed", lines, fields);
  }

  private static String keyed(int keys) {
    return keys == 1
        ? "the lake is keyed with this key. To add one, name it in CREDENCE_AUTHOR_KEY and the former"
            + " one in CREDENCE_AUTHOR_KEYS_BEFORE."
        : "the lake is keyed with all %d keys.".formatted(keys);
  }

  private int print(Answer answer) {
    return answer.print(NAME, global.json(), console.out());
  }
}
