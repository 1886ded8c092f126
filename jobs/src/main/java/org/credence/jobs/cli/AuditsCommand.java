package org.credence.jobs.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.credence.cubes.AuditRule;
import org.credence.settings.CredenceSettings;
import picocli.CommandLine.Mixin;

/** {@code audits}: what is checked before anything is published, with the thresholds that hold. */
final class AuditsCommand implements Callable<Integer> {

  @Mixin private GlobalOptions global = new GlobalOptions();

  private final Console console;

  AuditsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    CredenceSettings settings = global.settings().credence();
    List<String> lines = new ArrayList<>();
    List<Map<String, Object>> audits = new ArrayList<>();
    for (AuditRule rule : AuditRule.values()) {
      String checks = rule.checks().en();
      String fails = rule.fails(settings).en();
      lines.add(rule.id() + (rule.acceptable() ? "" : "  (can't be accepted)"));
      lines.add("  checks that " + checks);
      lines.add("  fails at " + fails);
      Map<String, Object> audit = new LinkedHashMap<>();
      audit.put("name", rule.id());
      audit.put("checks", checks);
      audit.put("fails_at", fails);
      audit.put("acceptable", rule.acceptable());
      audits.add(audit);
    }
    return Answer.ok("listed", String.join(System.lineSeparator(), lines), Map.of("audits", audits))
        .print("audits", global.json(), console.out());
  }
}
