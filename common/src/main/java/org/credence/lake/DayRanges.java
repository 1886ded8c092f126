package org.credence.lake;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Sets of days as short text: {@code 2026-01-03,2026-01-05..2026-01-09}; no day is "". */
public final class DayRanges {

  private static final String TO = "..";

  private DayRanges() {}

  public static String format(Collection<LocalDate> days) {
    StringJoiner ranges = new StringJoiner(",");
    LocalDate first = null;
    LocalDate last = null;
    for (LocalDate day : new TreeSet<>(days)) {
      if (last != null && first != null && !day.equals(last.plusDays(1))) {
        ranges.add(range(first, last));
        first = null;
      }
      first = first == null ? day : first;
      last = day;
    }
    if (first != null && last != null) {
      ranges.add(range(first, last));
    }
    return ranges.toString();
  }

  /**
   * A SQL condition that holds on these days, in a form that partitions and file statistics answer.
   *
   * @param column of type date
   */
  public static String condition(String column, Collection<LocalDate> days) {
    if (days.isEmpty()) {
      return "false";
    }
    StringJoiner any = new StringJoiner(" OR ", "(", ")");
    for (String range : format(days).split(",", -1)) {
      String[] ends = range.split(Pattern.quote(TO), -1);
      any.add(
          ends.length == 1
              ? "%s = DATE'%s'".formatted(column, ends[0])
              : "%s BETWEEN DATE'%s' AND DATE'%s'".formatted(column, ends[0], ends[1]));
    }
    return any.toString();
  }

  private static String range(LocalDate first, LocalDate last) {
    return first.equals(last) ? first.toString() : first + TO + last;
  }

  /**
   * @throws IllegalArgumentException when the text is none that {@link #format} makes
   */
  public static SortedSet<LocalDate> parse(String text) {
    SortedSet<LocalDate> days = new TreeSet<>();
    if (!text.isEmpty()) {
      for (String range : text.split(",", -1)) {
        addRange(range, days);
      }
    }
    return Collections.unmodifiableSortedSet(days);
  }

  private static void addRange(String range, SortedSet<LocalDate> days) {
    try {
      int to = range.indexOf(TO);
      LocalDate first = LocalDate.parse(to < 0 ? range : range.substring(0, to));
      LocalDate last = to < 0 ? first : LocalDate.parse(range.substring(to + TO.length()));
      if (last.isBefore(first)) {
        throw new IllegalArgumentException("it ends before it begins");
      }
      first.datesUntil(last.plusDays(1)).forEach(days::add);
    } catch (java.time.DateTimeException | IllegalArgumentException e) {
      throw new IllegalArgumentException("'" + range + "' is no day or range of days", e);
    }
  }
}
