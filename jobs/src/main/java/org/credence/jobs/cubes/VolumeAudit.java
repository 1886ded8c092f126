package org.credence.jobs.cubes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.credence.cubes.AuditRule;
import org.credence.settings.AuditSettings;

/** Holds what each source delivered against the same weekdays of the weeks before. Pure. */
final class VolumeAudit {

  private final AuditSettings settings;

  VolumeAudit(AuditSettings settings) {
    this.settings = settings;
  }

  /**
   * @param drops by source and day; a day without a drop, or with an empty one, is a gap and no
   *     volume
   */
  List<Finding> of(
      SortedMap<String, SortedMap<LocalDate, Delivery>> drops, Collection<LocalDate> nights) {
    List<Finding> findings = new ArrayList<>();
    for (Map.Entry<String, SortedMap<LocalDate, Delivery>> source : drops.entrySet()) {
      for (LocalDate night : nights) {
        Delivery delivery = source.getValue().get(night);
        if (delivery != null && !delivery.empty()) {
          judge(source.getKey(), night, delivery.accepted(), source.getValue(), findings);
        }
      }
    }
    return findings;
  }

  private void judge(
      String source,
      LocalDate night,
      long posts,
      SortedMap<LocalDate, Delivery> drops,
      List<Finding> findings) {
    Usual usual = Usual.of(sameWeekdays(night, drops));
    if (usual.known() < settings.leastWeeks() || !usual.isFar(posts, 0)) {
      return;
    }
    double factor = settings.volumeFactor();
    boolean fell = usual.median() >= settings.leastPosts() && posts * factor < usual.median();
    boolean rose = posts > factor * Math.max(usual.median(), settings.leastPosts());
    if (fell || rose) {
      findings.add(
          Finding.of(
              AuditRule.VOLUMES,
              "%s delivered %d posts on %s, usually %.0f (median of %d such weekdays)",
              "%s a livré %d publications le %s, d'habitude %.0f (médiane de %d mêmes jours)",
              source,
              posts,
              night,
              usual.median(),
              usual.known()));
    }
  }

  private List<Long> sameWeekdays(LocalDate night, SortedMap<LocalDate, Delivery> drops) {
    List<Long> before = new ArrayList<>();
    for (int week = 1; week <= settings.historyWeeks(); week++) {
      Delivery delivery = drops.get(night.minusWeeks(week));
      if (delivery != null && !delivery.empty()) {
        before.add(delivery.accepted());
      }
    }
    return before;
  }
}
