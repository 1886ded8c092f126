package org.credence.lake;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which days of a table have changed, by the notes that its writers left in their commits. */
public final class TouchedDays {

  private TouchedDays() {}

  /**
   * @param snapshot that was seen last
   * @return nothing when it can't be told, as when the snapshot has expired: then all may have
   */
  public static Optional<SortedSet<LocalDate>> since(Lake lake, Table table, String snapshot) {
    SortedSet<LocalDate> days = new TreeSet<>();
    for (Lake.Commit commit : lake.commits(table)) {
      if (String.valueOf(commit.snapshot()).equals(snapshot)) {
        return Optional.of(Collections.unmodifiableSortedSet(days));
      }
      String touched = commit.notes().get(Notes.DAYS);
      if (touched == null) {
        return Optional.empty();
      }
      days.addAll(DayRanges.parse(touched));
    }
    return Optional.empty();
  }
}
