package org.credence.lake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which methodology scored the mentions of which days: all mentions of a day are scored by one.
 *
 * @param from first day to the id of the methodology, up to the day before the next; the first
 *     begins with {@link LocalDate#MIN}, the last has no end
 */
public record Eras(SortedMap<LocalDate, String> from) {

  /** The days from the first on, before the end. */
  public record Era(LocalDate first, LocalDate end, String methodology) {}

  public Eras {
    SortedMap<LocalDate, String> merged = new TreeMap<>();
    String last = "";
    for (Map.Entry<LocalDate, String> era : from.entrySet()) {
      if (!era.getValue().equals(last)) {
        merged.put(era.getKey(), era.getValue());
      }
      last = era.getValue();
    }
    if (merged.isEmpty() || !merged.firstKey().equals(LocalDate.MIN)) {
      throw new IllegalArgumentException("eras must begin with the first of all days");
    }
    from = Collections.unmodifiableSortedMap(merged);
  }

  /** One methodology for all days. */
  public static Eras all(String methodology) {
    return new Eras(new TreeMap<>(Map.of(LocalDate.MIN, methodology)));
  }

  /** The same up to a day, and from it on another methodology. */
  public Eras since(LocalDate day, String methodology) {
    SortedMap<LocalDate, String> next = new TreeMap<>(from.headMap(day));
    next.put(day, methodology);
    return new Eras(next);
  }

  /** The same but for some days. */
  public Eras but(Collection<LocalDate> days, String methodology) {
    SortedMap<LocalDate, String> next = new TreeMap<>(from);
    for (LocalDate day : new TreeSet<>(days)) {
      String after = at(next, day.plusDays(1));
      next.put(day, methodology);
      next.put(day.plusDays(1), after);
    }
    return new Eras(next);
  }

  public String at(LocalDate day) {
    return at(from, day);
  }

  private static String at(SortedMap<LocalDate, String> eras, LocalDate day) {
    SortedMap<LocalDate, String> until = eras.headMap(day.plusDays(1));
    return String.valueOf(until.get(until.lastKey()));
  }

  /** The methodology of the days to come. */
  public String current() {
    return String.valueOf(from.get(from.lastKey()));
  }

  /** All eras in their order. */
  public List<Era> list() {
    List<Era> eras = new ArrayList<>();
    List<LocalDate> first = List.copyOf(from.keySet());
    for (int i = 0; i < first.size(); i++) {
      LocalDate end = i + 1 < first.size() ? first.get(i + 1) : LocalDate.MAX;
      eras.add(new Era(first.get(i), end, at(first.get(i))));
    }
    return eras;
  }

  /** Short text, such as {@code 1a2b,2026-01-05=3c4d}. */
  public String format() {
    StringJoiner text = new StringJoiner(",");
    from.forEach(
        (first, methodology) ->
            text.add(first.equals(LocalDate.MIN) ? methodology : first + "=" + methodology));
    return text.toString();
  }

  /**
   * @throws IllegalArgumentException when the text is none that {@link #format} makes
   */
  public static Eras parse(String text) {
    SortedMap<LocalDate, String> eras = new TreeMap<>();
    for (String era : text.split(",", -1)) {
      int is = era.indexOf('=');
      try {
        eras.put(
            is < 0 ? LocalDate.MIN : LocalDate.parse(era.substring(0, is)), era.substring(is + 1));
      } catch (java.time.DateTimeException e) {
        throw new IllegalArgumentException("'" + era + "' is no era", e);
      }
    }
    return new Eras(eras);
  }

  /** Of the mentions of a lake; nothing when none were scored yet. */
  public static Optional<Eras> of(Lake lake) {
    // A release that knew one methodology at a time left its name only.
    return lake.note(Mentions.TABLE, Notes.ERAS)
        .or(() -> lake.note(Mentions.TABLE, Notes.METHODOLOGY))
        .map(Eras::parse);
  }

  @Override
  public String toString() {
    return format();
  }
}
