package org.credence.jobs.cubes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.credence.cubes.AcceptedAudit;
import org.credence.cubes.AuditRule;
import org.credence.cubes.Intake;
import org.credence.cubes.Words;
import org.credence.settings.ExitCode;
import org.credence.settings.Refusal;

/**
 * What the audits of a night found, and what a person accepted beforehand.
 *
 * @param findings in the order of the rules
 * @param reasons of the accepted audits
 * @param intake for the edition to keep
 */
record Judgement(
    List<Finding> findings,
    Map<AuditRule, String> reasons,
    SortedMap<LocalDate, SortedMap<String, Intake>> intake) {

  Judgement {
    findings = findings.stream().sorted(java.util.Comparator.comparing(Finding::rule)).toList();
  }

  /**
   * The audits that failed and are accepted.
   *
   * @throws Refusal when one failed that is not, with the code of a failed audit
   */
  List<AcceptedAudit> accepted() {
    SortedMap<AuditRule, List<Words>> broken = new TreeMap<>();
    for (Finding finding : findings) {
      broken.computeIfAbsent(finding.rule(), any -> new ArrayList<>()).add(finding.what());
    }
    List<AuditRule> failed = broken.keySet().stream().filter(rule -> !isAccepted(rule)).toList();
    if (!failed.isEmpty()) {
      throw refusal(failed);
    }
    return broken.entrySet().stream()
        .map(
            audit ->
                new AcceptedAudit(
                    audit.getKey().id(),
                    reasons.getOrDefault(audit.getKey(), ""),
                    audit.getValue()))
        .toList();
  }

  /** By the name of the night. */
  SortedMap<String, SortedMap<String, Intake>> intakeByName() {
    SortedMap<String, SortedMap<String, Intake>> byName = new TreeMap<>();
    intake.forEach((night, sources) -> byName.put(night.toString(), sources));
    return byName;
  }

  private boolean isAccepted(AuditRule rule) {
    return rule.acceptable() && reasons.containsKey(rule);
  }

  private Refusal refusal(List<AuditRule> failed) {
    List<String> sentences =
        findings.stream()
            .filter(finding -> failed.contains(finding.rule()))
            .map(finding -> finding.what().en())
            .toList();
    boolean several = failed.size() > 1;
    return new Refusal(
        "Nothing was published: the audit%s %s failed"
            .formatted(
                several ? "s" : "", String.join(", ", failed.stream().map(AuditRule::id).toList())),
        String.join("; ", sentences),
        remedy(failed),
        ExitCode.AUDIT_FAILED);
  }

  private static String remedy(List<AuditRule> failed) {
    if (!failed.stream().allMatch(AuditRule::acceptable)) {
      return "The last edition stands; run again with --force, and report it if it stays: what"
          + " protects people can't be accepted.";
    }
    return "The last edition stands; mend what is wrong, or publish in spite of it with --accept "
        + failed.get(0).id()
        + " --reason TEXT.";
  }
}
