package org.credence.jobs.cubes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.credence.cubes.Dimension;
import org.credence.cubes.Level;
import org.credence.statistics.disclosure.Cell;
import org.credence.statistics.disclosure.Equation;
import org.credence.statistics.disclosure.Suppression;
import org.credence.statistics.disclosure.Visibility;

/** All cells of one brand in one quarter, and which of them may be seen. */
final class QuarterCells {

  /** A cell of the brand. */
  record Key(Series series, Period period) {}

  private final QuarterTree tree;
  private final SortedMap<Series, Map<Period, Tally>> tallies = new TreeMap<>();
  private final Map<Key, Visibility> conversation;
  private final Map<Key, Visibility> trust;

  /**
   * @param days tallies of days by series
   */
  QuarterCells(
      QuarterTree tree, SortedMap<Series, SortedMap<LocalDate, Tally>> days, int leastPeople) {
    this.tree = tree;
    days.forEach((series, byDay) -> tallies.put(series, sums(tree, byDay)));
    this.conversation = Suppression.decide(conversationCells(), equations(false), leastPeople);
    this.trust = Suppression.decide(trustCells(), equations(true), leastPeople);
  }

  QuarterTree tree() {
    return tree;
  }

  /** The series in which something was said, the whole first. */
  Iterable<Series> series() {
    return tallies.keySet();
  }

  /** What was said; nothing said is an empty tally. */
  Tally tally(Series series, Period period) {
    return tallies.getOrDefault(series, Map.of()).getOrDefault(period, new Tally());
  }

  boolean showsConversation(Series series, Period period) {
    return shows(conversation, series, period);
  }

  boolean showsTrust(Series series, Period period) {
    return shows(trust, series, period)
        && (series.isSubject() || showsConversation(series, period));
  }

  private static boolean shows(Map<Key, Visibility> verdicts, Series series, Period period) {
    return verdicts.getOrDefault(new Key(series, period), Visibility.PUBLISHED)
        == Visibility.PUBLISHED;
  }

  /** From the days up; periods in which nothing was said are left out. */
  private static Map<Period, Tally> sums(QuarterTree tree, SortedMap<LocalDate, Tally> days) {
    Map<Period, Tally> sums = new HashMap<>();
    days.forEach((day, tally) -> sums.put(Period.of(Level.DAY, day), tally));
    List<Period> fromSmallest = new ArrayList<>(tree.parts().keySet());
    fromSmallest.sort(QuarterCells::partsFirst);
    for (Period period : fromSmallest) {
      List<Tally> parts =
          tree.parts().getOrDefault(period, List.of()).stream()
              .filter(sums::containsKey)
              .map(sums::get)
              .toList();
      if (!parts.isEmpty()) {
        sums.put(period, parts.size() == 1 ? parts.get(0) : Tally.sum(parts));
      }
    }
    return sums;
  }

  /** Stretches before the weeks across months that they add up to. */
  private static int partsFirst(Period one, Period other) {
    int byLevel = one.level().compareTo(other.level());
    return byLevel == 0 ? Boolean.compare(other.stretch(), one.stretch()) : byLevel;
  }

  private List<Cell<Key>> conversationCells() {
    List<Cell<Key>> cells = new ArrayList<>();
    for (Series series : series()) {
      if (!series.isSubject()) {
        for (Period period : tree.periods()) {
          Tally tally = tally(series, period);
          long people = tally.authors().people();
          cells.add(new Cell<>(new Key(series, period), people, tally.people().posts()));
        }
      }
    }
    return cells;
  }

  /** What is hidden in the conversation has nobody here: it stays hidden. */
  private List<Cell<Key>> trustCells() {
    List<Cell<Key>> cells = new ArrayList<>();
    for (Series series : series()) {
      for (Period period : tree.periods()) {
        Tally tally = tally(series, period);
        boolean open = series.isSubject() || showsConversation(series, period);
        long people = open ? Math.round(tally.authors().voices()) : 0;
        cells.add(new Cell<>(new Key(series, period), people, tally.people().scored()));
      }
    }
    return cells;
  }

  /** All sums that a reader knows to hold: over time, and of each cut over its values. */
  private List<Equation<Key>> equations(boolean withSubjects) {
    List<Equation<Key>> equations = new ArrayList<>();
    for (Series series : series()) {
      if (withSubjects || !series.isSubject()) {
        tree.parts()
            .forEach(
                (total, parts) ->
                    equations.add(
                        new Equation<>(
                            new Key(series, total),
                            parts.stream().map(part -> new Key(series, part)).toList())));
      }
    }
    for (Dimension cut : Series.PARTITIONS) {
      List<Series> values = tallies.keySet().stream().filter(s -> s.cut().equals(cut)).toList();
      for (Period period : tree.periods()) {
        equations.add(
            new Equation<>(
                new Key(Series.WHOLE, period),
                values.stream().map(series -> new Key(series, period)).toList()));
      }
    }
    return equations;
  }
}
