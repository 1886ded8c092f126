package org.credence.jobs.cubes;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.credence.cubes.AuditRule;
import org.credence.settings.AuditSettings;
import org.credence.settings.SourcesFile.Expected;
import org.credence.settings.SourcesFile.Source;

/**
 * Looks at how many of the daily sources delivered nothing for a night of which others delivered:
 * its figures would be of another mix of sources. A night without any record has no figures that
 * could mislead; it is told as missing. Pure.
 */
final class GapAudit {

  private GapAudit() {}

  /** Gaps of earlier days are told in cubes and report; only the night itself fails by them. */
  static List<Finding> of(Deliveries deliveries, AuditSettings settings) {
    Set<String> due =
        deliveries.sources().sources().stream()
            .filter(source -> source.expected() == Expected.DAILY)
            .map(Source::name)
            .filter(deliveries.drops()::containsKey)
            .collect(Collectors.toSet());
    SortedSet<String> missing = new TreeSet<>(due);
    missing.removeIf(source -> delivered(deliveries, source));
    if (missing.size() == due.size() || missing.size() <= settings.missingSources() * due.size()) {
      return List.of();
    }
    return List.of(
        Finding.of(
            AuditRule.COVERAGE_GAPS,
            "%d of %d daily sources delivered nothing for %s: %s",
            "%d des %d sources quotidiennes n'ont rien livré pour le %s : %s",
            missing.size(),
            due.size(),
            deliveries.night(),
            String.join(", ", missing)));
  }

  private static boolean delivered(Deliveries deliveries, String source) {
    var drops = deliveries.drops().get(source);
    return drops != null
        && drops.containsKey(deliveries.night())
        && !drops.get(deliveries.night()).empty();
  }
}
