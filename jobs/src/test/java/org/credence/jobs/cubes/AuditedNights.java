package org.credence.jobs.cubes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.credence.cubes.Intake;
import org.credence.lake.Coverage;
import org.credence.lake.Eras;
import org.credence.lake.Lake;
import org.credence.lake.Parts;
import org.credence.lake.Posts;
import org.credence.settings.AuditSettings;
import org.credence.settings.Settings;

/** What the audits would have found in each night of a lake, with what was known by then. */
public final class AuditedNights {

  private AuditedNights() {}

  public static List<String> findings(Lake lake, Settings settings, LocalDate last) {
    AuditSettings audits = settings.credence().audits();
    Deliveries all = Deliveries.of(lake.read(Coverage.TABLE), settings.sources(), last);
    LocalDate first = all.first().orElseThrow();
    SortedMap<LocalDate, SortedMap<String, Intake>> intake = new TreeMap<>();
    intake.putAll(IntakeOfDrops.of(lake.read(Posts.TABLE), Optional.empty(), last, last, audits));
    List<ScoredDay> scored =
        ScoredDay.of(
            lake.read(Parts.TABLE), settings.credence().languages(), first.minusDays(7), last);
    List<String> findings = new ArrayList<>();
    for (LocalDate night : first.datesUntil(last.plusDays(1)).toList()) {
      List<LocalDate> judged = List.of(night);
      List<Finding> found = new ArrayList<>();
      found.addAll(new VolumeAudit(audits).of(all.drops(), judged));
      found.addAll(new NullShareAudit(audits).of(intake, judged));
      found.addAll(new DriftAudit(audits, night, Eras.all("m")).of(until(scored, night)));
      found.addAll(GapAudit.of(known(all, night), audits));
      found.forEach(finding -> findings.add(finding.rule().id() + ": " + finding.what().en()));
    }
    return findings;
  }

  private static List<ScoredDay> until(List<ScoredDay> days, LocalDate night) {
    return days.stream().filter(day -> day.day().isBefore(night)).toList();
  }

  private static Deliveries known(Deliveries all, LocalDate night) {
    SortedMap<String, SortedMap<LocalDate, Delivery>> drops = new TreeMap<>();
    for (String source : new TreeSet<>(all.drops().keySet())) {
      SortedMap<LocalDate, Delivery> its =
          new TreeMap<>(
              all.drops().getOrDefault(source, new TreeMap<>()).headMap(night.plusDays(1)));
      if (!its.isEmpty()) {
        drops.put(source, its);
      }
    }
    return new Deliveries(all.sources(), night, drops);
  }
}
