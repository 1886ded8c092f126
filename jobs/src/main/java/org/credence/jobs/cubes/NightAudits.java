package org.credence.jobs.cubes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.credence.cubes.Cube;
import org.credence.cubes.Edition;
import org.credence.cubes.Intake;
import org.credence.jobs.Night;
import org.credence.lake.Eras;
import org.credence.lake.Parts;
import org.credence.lake.Posts;
import org.credence.settings.AuditSettings;

/**
 * All audits of a night, of which {@link org.credence.cubes.AuditRule} is the list.
 *
 * <p>Reads what the inspection counted, the posts of the new drops, and a row a day and language of
 * the parts of some weeks.
 */
final class NightAudits {

  private NightAudits() {}

  static Judgement judge(
      Night night,
      Deliveries deliveries,
      Optional<Edition> before,
      Inspection inspection,
      Eras eras,
      Map<Cube, Dataset<Row>> cells) {
    night.progress().step("auditing");
    AuditSettings settings = night.settings().credence().audits();
    SortedSet<LocalDate> nights = unpublished(night.date(), before);
    SortedMap<LocalDate, SortedMap<String, Intake>> intake =
        IntakeOfDrops.of(
            night.lake().read(Posts.TABLE), before, nights.first(), night.date(), settings);
    DriftAudit drift = new DriftAudit(settings, night.date(), eras);
    List<ScoredDay> scored =
        ScoredDay.of(
            night.lake().read(Parts.TABLE),
            night.settings().credence().languages(),
            drift.from(),
            night.date());
    List<Finding> findings = new ArrayList<>(inspection.findings());
    findings.addAll(LevelSums.of(cells));
    findings.addAll(new VolumeAudit(settings).of(deliveries.drops(), nights));
    findings.addAll(new NullShareAudit(settings).of(intake, nights));
    findings.addAll(drift.of(scored));
    findings.addAll(GapAudit.of(deliveries, settings));
    return new Judgement(findings, night.accepted(), intake);
  }

  /** The night, and those before it that no edition has shown, as after a failed audit. */
  private static SortedSet<LocalDate> unpublished(LocalDate night, Optional<Edition> before) {
    SortedSet<LocalDate> nights = new TreeSet<>(List.of(night));
    before
        .map(edition -> LocalDate.parse(edition.night()))
        .filter(last -> last.isBefore(night))
        .ifPresent(last -> last.plusDays(1).datesUntil(night).forEach(nights::add));
    return nights;
  }
}
