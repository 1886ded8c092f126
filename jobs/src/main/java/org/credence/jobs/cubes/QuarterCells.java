package org.credence.jobs.cubes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.credence.cubes.Cells;
import org.credence.cubes.Dimension;
import org.credence.cubes.Level;
import org.credence.statistics.disclosure.Cell;
import org.credence.statistics.disclosure.Equation;
import org.credence.statistics.disclosure.Suppression;
import org.credence.statistics.disclosure.Visibility;

/**
 * All cells of one brand in one quarter, and which of them may be seen.
 *
 * <p>Readers keep the edition of last night. So days are decided one by one, longer periods when a
 * night has passed since their last day (its drop comes the night after), and what a day's cell has
 * shown stays shown. Until then a period is running: it is seen only where it adds up from cells
 * that are seen, since the same period of last night lays the new day open.
 */
final class QuarterCells {

  /** A cell of the brand. */
  record Key(Series series, Period period) {}

  private final QuarterTree tree;
  private final LocalDate night;
  private final String brand;
  private final Epochs epochs;
  private final SortedMap<Series, Map<Period, Tally>> tallies = new TreeMap<>();
  private final Map<Key, Visibility> conversation;
  private final Map<Key, Visibility> trust;
  private final Map<String, Optional<double[]>> usual = new HashMap<>();

  /**
   * @param days tallies of days by series
   */
  QuarterCells(
      QuarterTree tree,
      SortedMap<Series, SortedMap<LocalDate, Tally>> days,
      CellRules rules,
      String brand) {
    this.tree = tree;
    this.night = rules.night();
    this.brand = brand;
    this.epochs = rules.epochs();
    days.forEach((series, byDay) -> tallies.put(series, sums(tree, byDay)));
    this.conversation = new HashMap<>();
    this.trust = new HashMap<>();
    decide(series -> !series.isEmployees(), rules.leastPeople());
    decide(Series::isEmployees, rules.leastEmployees());
  }

  /** Employees are in no sum with others, so what becomes of their cells is decided apart. */
  private void decide(Predicate<Series> who, int least) {
    List<Series> all = tallies.keySet().stream().filter(who).toList();
    List<Series> posts = all.stream().filter(series -> !series.isSubject()).toList();
    conversation.putAll(Suppression.decide(conversationCells(posts), equations(posts), least));
    trust.putAll(
        Suppression.decide(trustCells(all), equations(all), least, this::isHiddenInConversation));
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

  /**
   * Mean posteriors of the quarter, as far as it is seen and its days are of the same series: small
   * cells are drawn to them.
   *
   * @param mark what the scores of the cell depend on
   */
  Optional<double[]> usual(String mark) {
    return usual.computeIfAbsent(mark, any -> Estimator.usual(shown(mark)));
  }

  boolean showsConversation(Series series, Period period) {
    return isRunning(period)
        ? tree.partsOf(period).stream().allMatch(part -> showsConversation(series, part))
        : shows(conversation, series, period);
  }

  boolean showsTrust(Series series, Period period) {
    return isRunning(period)
        ? tree.partsOf(period).stream().allMatch(part -> showsTrust(series, part))
        : shows(trust, series, period) && (series.isSubject() || showsConversation(series, period));
  }

  private boolean isHiddenInConversation(Key key) {
    return !key.series().isSubject() && !showsConversation(key.series(), key.period());
  }

  private boolean isRunning(Period period) {
    return period.level() != Level.DAY && period.end().isAfter(night);
  }

  private static boolean shows(Map<Key, Visibility> verdicts, Series series, Period period) {
    return verdicts.getOrDefault(new Key(series, period), Visibility.PUBLISHED)
        == Visibility.PUBLISHED;
  }

  /** All of the quarter, or those of its days that anybody could add up himself. */
  private Tally shown(String mark) {
    Period quarter = tree.quarter();
    boolean whole = mark.equals(Cells.MIXED) || epochs.scores(brand, quarter).equals(mark);
    if (whole && showsTrust(Series.WHOLE, quarter)) {
      return tally(Series.WHOLE, quarter);
    }
    return Tally.sum(
        tree.periods().stream()
            .filter(period -> period.level() == Level.DAY && showsTrust(Series.WHOLE, period))
            .filter(day -> whole || epochs.scores(brand, day).equals(mark))
            .map(day -> tally(Series.WHOLE, day))
            .toList());
  }

  /** From the days up; periods in which nothing was said are left out. */
  private static Map<Period, Tally> sums(QuarterTree tree, SortedMap<LocalDate, Tally> days) {
    Map<Period, Tally> sums = new HashMap<>();
    days.forEach((day, tally) -> sums.put(Period.of(Level.DAY, day), tally));
    List<Period> fromSmallest = new ArrayList<>(tree.parts().keySet());
    fromSmallest.sort(QuarterCells::partsFirst);
    for (Period period : fromSmallest) {
      List<Tally> parts =
          tree.partsOf(period).stream().filter(sums::containsKey).map(sums::get).toList();
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

  private List<Cell<Key>> conversationCells(List<Series> all) {
    List<Cell<Key>> cells = new ArrayList<>();
    for (Series series : all) {
      for (Period period : tree.periods()) {
        Tally tally = tally(series, period);
        long people = tally.authors().people();
        long posts = tally.people().posts();
        cells.add(new Cell<>(new Key(series, period), people, posts, since(period)));
      }
    }
    return cells;
  }

  private List<Cell<Key>> trustCells(List<Series> all) {
    List<Cell<Key>> cells = new ArrayList<>();
    for (Series series : all) {
      for (Period period : tree.periods()) {
        cells.add(trustCell(series, period));
      }
    }
    return cells;
  }

  /**
   * A subject has no cell in the conversation, so its unscored posts and bots must be many by
   * themselves where nothing is scored.
   */
  private Cell<Key> trustCell(Series series, Period period) {
    Key key = new Key(series, period);
    Tally tally = tally(series, period);
    Tally.Voice people = tally.people();
    if (series.isSubject() && people.scored() == 0) {
      long known = people.originals() == 0 ? 0 : tally.authors().people();
      return new Cell<>(key, known, people.originals(), since(period));
    }
    long voices = Math.round(tally.authors().voices());
    return new Cell<>(key, voices, people.scored(), since(period));
  }

  /** Longer periods come after their last day, and are seen the night after it. */
  private static long since(Period period) {
    long last = period.end().toEpochDay() - 1;
    return period.level() == Level.DAY ? 2 * last : 2 * last + 1;
  }

  /** All sums that a reader knows to hold: over time, and of each cut over its values. */
  private List<Equation<Key>> equations(List<Series> all) {
    List<Equation<Key>> equations = new ArrayList<>();
    for (Series series : all) {
      tree.parts()
          .forEach(
              (total, parts) ->
                  equations.add(
                      new Equation<>(
                          new Key(series, total),
                          parts.stream().map(part -> new Key(series, part)).toList())));
    }
    if (!all.contains(Series.WHOLE)) {
      return equations;
    }
    for (Dimension cut : Series.PARTITIONS) {
      List<Series> values = all.stream().filter(series -> series.cut().equals(cut)).toList();
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
