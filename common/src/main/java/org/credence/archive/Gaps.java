package org.credence.archive;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.credence.settings.SourcesFile.Expected;
import org.credence.settings.SourcesFile.Source;

/** Nights on which a drop was due and none came: missing data, not silence. */
public final class Gaps {

  private Gaps() {}

  /**
   * Days without a drop of a daily source, from its first drop to the night; none for other sources
   * and for one that never delivered.
   *
   * @param delivered dates of the source's drops, those after the night are not looked at
   */
  public static SortedSet<LocalDate> of(
      Source source, Collection<LocalDate> delivered, LocalDate night) {
    if (source.expected() != Expected.DAILY || delivered.isEmpty()) {
      return Collections.emptySortedSet();
    }
    LocalDate first = Collections.min(delivered);
    if (first.isAfter(night)) {
      return Collections.emptySortedSet();
    }
    return first
        .datesUntil(night.plusDays(1))
        .filter(day -> !delivered.contains(day))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
