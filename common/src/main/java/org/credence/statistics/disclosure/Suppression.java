package org.credence.statistics.disclosure;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * Cell suppression for linked tables. Cells of fewer than k people are hidden (primary); then
 * others (complementary) until no hidden cell follows from what is published by any linear
 * elimination.
 *
 * <p>Moment by moment, because readers keep what they have seen: what becomes of a cell depends on
 * cells of its own and of earlier moments only, and only cells of the moment can be hidden for the
 * sake of others. So all editions together tell no more than the last one.
 *
 * <p>In each moment first by rule, equation by equation: hidden cells are never alone, and where
 * the total is known those hidden under it are k people or more, since their sum can be had. While
 * a total is still to come, its next part is hidden in time. Then by proof: {@link Derivation}
 * finds cells that still follow from several equations together, and their neighbours are hidden.
 * It ends: if all of a moment is hidden, the true values of that moment are a second solution
 * beside zero. The complement is the smallest cell there is, parts before totals.
 */
public final class Suppression<K> {

  private final Hierarchy<K> hierarchy;
  private final long leastPeople;
  private final Predicate<K> isHiddenElsewhere;
  private final BitSet hidden = new BitSet();
  private final BitSet small = new BitSet();

  /** Not hidden, and no use hiding it. */
  private final BitSet followsAnyway = new BitSet();

  private final Deque<Integer> toCheck = new ArrayDeque<>();
  private final Map<Integer, Integer> attempts = new HashMap<>();

  /** The moment that is decided. */
  private long now;

  private Suppression(Hierarchy<K> hierarchy, long leastPeople, Predicate<K> isHiddenElsewhere) {
    this.hierarchy = hierarchy;
    this.leastPeople = leastPeople;
    this.isHiddenElsewhere = isHiddenElsewhere;
  }

  /**
   * @param cells all cells, published levels together
   * @param equations all sums that a reader can know of
   * @param leastPeople a cell of fewer people is hidden
   * @return what becomes of each cell, in the order given
   * @throws IllegalArgumentException if a key occurs twice, or values contradict the equations
   */
  public static <K> Map<K, Visibility> decide(
      Collection<Cell<K>> cells, Collection<Equation<K>> equations, long leastPeople) {
    return decide(cells, equations, leastPeople, key -> false);
  }

  /**
   * @param isHiddenElsewhere keys that are hidden in another table already, and so in this one
   */
  public static <K> Map<K, Visibility> decide(
      Collection<Cell<K>> cells,
      Collection<Equation<K>> equations,
      long leastPeople,
      Predicate<K> isHiddenElsewhere) {
    Suppression<K> suppression =
        new Suppression<>(new Hierarchy<>(cells, equations), leastPeople, isHiddenElsewhere);
    suppression.hierarchy.moments().forEach(suppression::settle);
    Map<K, Visibility> verdicts = new LinkedHashMap<>();
    cells.forEach(cell -> verdicts.put(cell.key(), Visibility.PUBLISHED));
    suppression.hidden.stream()
        .forEach(
            cell ->
                verdicts.put(
                    suppression.hierarchy.key(cell),
                    suppression.small.get(cell) ? Visibility.PRIMARY : Visibility.COMPLEMENTARY));
    return verdicts;
  }

  private void settle(long moment) {
    now = moment;
    for (int cell : hierarchy.published(now)) {
      if (hierarchy.people(cell) < leastPeople || isHiddenElsewhere.test(hierarchy.key(cell))) {
        small.set(cell);
        hide(cell);
      }
    }
    for (int cell : hierarchy.published(now)) {
      if (!hidden.get(cell) && isWantedForTotalsToCome(cell)) {
        hide(cell);
      }
    }
    toCheck.addAll(hierarchy.completed(now));
    do {
      hideComplements();
    } while (showWhatFollowsAnyway());
  }

  private boolean isWantedForTotalsToCome(int cell) {
    return hierarchy.equationsOf(cell).stream()
            .anyMatch(equation -> hierarchy.sinceAll(equation) > now && givesAway(equation))
        && isOfUse(cell);
  }

  private void hideComplements() {
    do {
      while (!toCheck.isEmpty()) {
        int equation = toCheck.remove();
        if (givesAway(equation)) {
          smallestPublished(equation).ifPresent(this::hide);
        }
      }
      hideNeighboursOf(derivable());
    } while (!toCheck.isEmpty());
  }

  private void hide(int cell) {
    hidden.set(cell);
    toCheck.addAll(knownEquationsOf(cell).stream().boxed().toList());
  }

  private BitSet knownEquationsOf(int cell) {
    BitSet known = new BitSet();
    for (int equation : hierarchy.equationsOf(cell)) {
      if (hierarchy.sinceAll(equation) <= now) {
        known.set(equation);
      }
    }
    return known;
  }

  /** A new complement that follows from the rest protects nobody: it may as well be seen. */
  private boolean showWhatFollowsAnyway() {
    BitSet useless = derivable();
    useless.stream().filter(this::mustStayHidden).forEach(useless::clear);
    hidden.andNot(useless);
    followsAnyway.or(useless);
    useless.stream()
        .forEach(cell -> toCheck.addAll(knownEquationsOf(cell).stream().boxed().toList()));
    return !useless.isEmpty();
  }

  /** Cells of earlier moments protect others of theirs. */
  private boolean mustStayHidden(int cell) {
    return small.get(cell) || hierarchy.since(cell) < now;
  }

  /** Hidden cells that follow from equations that hang together with those of this moment. */
  private BitSet derivable() {
    BitSet reached = new BitSet();
    Deque<Integer> open = new ArrayDeque<>(hierarchy.completed(now));
    while (!open.isEmpty()) {
      int equation = open.remove();
      if (!reached.get(equation)) {
        reached.set(equation);
        Arrays.stream(hierarchy.members(equation))
            .filter(hidden::get)
            .forEach(cell -> knownEquationsOf(cell).stream().forEach(open::add));
      }
    }
    return Derivation.derivable(hierarchy, hidden, reached);
  }

  private boolean givesAway(int equation) {
    int count = 0;
    long people = 0;
    long value = 0;
    boolean totalKnown = true;
    for (int cell : hierarchy.members(equation)) {
      if (hidden.get(cell)) {
        count++;
        people += hierarchy.people(cell);
        value += hierarchy.value(cell);
        totalKnown &= !hierarchy.isTotal(equation, cell);
      }
    }
    // No hidden cell is empty: where they are as many as what they count, each counts 1.
    boolean each = value == count;
    return count == 1 || (count > 0 && totalKnown && (people < leastPeople || each));
  }

  private OptionalInt smallestPublished(int equation) {
    int best = -1;
    for (int cell : hierarchy.members(equation)) {
      if (isFree(cell) && (best < 0 || isBetter(equation, cell, best))) {
        best = cell;
      }
    }
    return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
  }

  private boolean isFree(int cell) {
    return !hidden.get(cell) && hierarchy.since(cell) == now && isOfUse(cell);
  }

  /** A total whose parts have all been seen can't be hidden. */
  private boolean isOfUse(int cell) {
    return !followsAnyway.get(cell)
        && hierarchy.equationsOf(cell).stream()
            .filter(equation -> hierarchy.isTotal(equation, cell))
            .allMatch(
                equation ->
                    Arrays.stream(hierarchy.members(equation))
                        .filter(member -> member != cell)
                        .anyMatch(part -> hidden.get(part) || hierarchy.since(part) == now));
  }

  private boolean isBetter(int equation, int cell, int than) {
    if (hierarchy.isTotal(equation, than)) {
      return true;
    }
    return !hierarchy.isTotal(equation, cell) && hierarchy.people(cell) < hierarchy.people(than);
  }

  /**
   * One neighbour for each derivable cell that no neighbour hidden just now can have covered; twice
   * as many each time that a cell comes back.
   */
  private void hideNeighboursOf(BitSet derivable) {
    BitSet touched = new BitSet();
    derivable.stream()
        .forEach(
            cell -> {
              BitSet near = mustStayHidden(cell) ? neighbourhood(cell) : knownEquationsOf(cell);
              if (!near.intersects(touched)) {
                int neighbours = attempts.merge(cell, 1, (last, one) -> 2 * last);
                hideNeighbour(cell, near, small.get(cell));
                for (int more = 1; more < neighbours; more++) {
                  hideNeighbour(cell, near, false);
                }
                touched.or(near);
              }
            });
  }

  private void hideNeighbour(int cell, BitSet near, boolean needed) {
    OptionalInt complement =
        near.stream()
            .mapToObj(this::smallestPublished)
            .flatMapToInt(OptionalInt::stream)
            .reduce((a, b) -> hierarchy.people(b) < hierarchy.people(a) ? b : a);
    if (needed && complement.isEmpty()) {
      throw new IllegalArgumentException(
          "the equations give %s away whatever is hidden: do they hold?"
              .formatted(hierarchy.key(cell)));
    }
    complement.ifPresent(this::hide);
  }

  /** The cell's equations, or, where they have nothing left to hide, all that hang together. */
  private BitSet neighbourhood(int cell) {
    BitSet near = knownEquationsOf(cell);
    while (near.stream().noneMatch(equation -> smallestPublished(equation).isPresent())) {
      BitSet wider = (BitSet) near.clone();
      near.stream()
          .flatMap(equation -> Arrays.stream(hierarchy.members(equation)))
          .forEach(member -> wider.or(knownEquationsOf(member)));
      if (wider.equals(near)) {
        break;
      }
      near = wider;
    }
    return near;
  }
}
