package org.credence.jobs.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.credence.cubes.AuditRule;
import org.credence.settings.NearestName;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Failed audits that somebody lets pass this once, each with a reason. */
final class AcceptOptions {

  /** One of them. */
  static final class Accepted {
    @Option(
        names = "--accept",
        paramLabel = "AUDIT",
        required = true,
        description = "Publishes although this audit fails, in this run only; may be repeated.")
    private String audit = "";

    @Option(
        names = "--reason",
        paramLabel = "TEXT",
        required = true,
        description = "Why; it stays in the run record, in the edition and in the report.")
    private String reason = "";
  }

  @ArgGroup(exclusive = false, multiplicity = "0..*")
  private List<Accepted> accepted = new ArrayList<>();

  Map<AuditRule, String> accepted() {
    Map<AuditRule, String> reasons = new TreeMap<>();
    for (Accepted one : accepted) {
      AuditRule rule = AuditRule.of(one.audit).orElseThrow(() -> unknown(one.audit));
      if (!rule.acceptable()) {
        throw new UsageError(
            "The audit " + rule.id() + " can't be accepted", "it protects people: no night may");
      }
      if (one.reason.isBlank()) {
        throw new UsageError("--accept " + rule.id() + " has no reason", "--reason is empty");
      }
      if (reasons.put(rule, one.reason.strip()) != null) {
        throw new UsageError("--accept " + rule.id() + " is given twice", "one reason is enough");
      }
    }
    return reasons;
  }

  private static UsageError unknown(String audit) {
    String hint =
        NearestName.of(audit, AuditRule.ids())
            .map(name -> " (did you mean " + name + "?)")
            .orElse("");
    return new UsageError("There is no audit " + audit + hint, "credence audits lists them all");
  }
}
