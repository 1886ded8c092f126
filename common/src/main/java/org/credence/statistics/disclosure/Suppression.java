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

/**
 * Cell suppression for linked tables. Cells of fewer than k people are hidden (primary); then
 * others (complementary) until no hidden cell follows from what is published by any linear
 * elimination.
 *
 * <p>First by rule, equation by equation: hidden cells are never alone, and where the total is
 * known those hidden under it are k people or more, since their sum can be had. Then by proof:
 * {@link Derivation} finds cells that still follow from several equations together, and their
 * neighbours are hidden. It ends: the true values themselves are a second solution with every cell
 * in doubt if all are hidden. The complement is the smallest cell there is, parts before totals.
 */
public final class Suppression<K> {

  private final Hierarchy<K> hierarchy;
  private final long leastPeople;
  private final BitSet hidden = new BitSet();
  private final Deque<Integer> toCheck = new ArrayDeque<>();
  private final Map<Integer, Integer> attempts = new HashMap<>();

  private Suppression(Hierarchy<K> hierarchy, long leastPeople) {
    this.hierarchy = hierarchy;
    this.leastPeople = leastPeople;
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
    Suppression<K> suppression = new Suppression<>(new Hierarchy<>(cells, equations), leastPeople);
    BitSet primary = suppression.hideSmallCells();
    suppression.hideComplements();
    Map<K, Visibility> verdicts = new LinkedHashMap<>();
    cells.forEach(cell -> verdicts.put(cell.key(), Visibility.PUBLISHED));
    suppression.hidden.stream()
        .forEach(
            cell ->
                verdicts.put(
                    suppression.hierarchy.key(cell),
                    primary.get(cell) ? Visibility.PRIMARY : Visibility.COMPLEMENTARY));
    return verdicts;
  }

  private BitSet hideSmallCells() {
    for (int cell = 0; cell < hierarchy.cells(); cell++) {
      if (hierarchy.people(cell) < leastPeople) {
        hide(cell);
      }
    }
    return (BitSet) hidden.clone();
  }

  private void hideComplements() {
    do {
      while (!toCheck.isEmpty()) {
        int equation = toCheck.remove();
        if (givesAway(equation)) {
          smallestPublished(equation).ifPresent(this::hide);
        }
      }
      hideNeighboursOf(Derivation.derivable(hierarchy, hidden));
    } while (!toCheck.isEmpty());
  }

  private void hide(int cell) {
    hidden.set(cell);
    toCheck.addAll(hierarchy.equationsOf(cell));
  }

  private boolean givesAway(int equation) {
    int count = 0;
    long people = 0;
    boolean totalKnown = true;
    for (int cell : hierarchy.members(equation)) {
      if (hidden.get(cell)) {
        count++;
        people += hierarchy.people(cell);
        totalKnown &= !hierarchy.isTotal(equation, cell);
      }
    }
    return count == 1 || (count > 0 && totalKnown && people < leastPeople);
  }

  private OptionalInt smallestPublished(int equation) {
    int best = -1;
    for (int cell : hierarchy.members(equation)) {
      if (!hidden.get(cell) && (best < 0 || isBetter(equation, cell, best))) {
        best = cell;
      }
    }
    return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
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
              if (!neighbourhood(cell).intersects(touched)) {
                int neighbours = attempts.merge(cell, 1, (now, one) -> 2 * now);
                hideNeighbour(cell, true);
                for (int more = 1; more < neighbours; more++) {
                  hideNeighbour(cell, false);
                }
                touched.or(neighbourhood(cell));
              }
            });
  }

  private void hideNeighbour(int cell, boolean needed) {
    OptionalInt complement =
        neighbourhood(cell).stream()
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
    BitSet near = new BitSet();
    hierarchy.equationsOf(cell).forEach(near::set);
    while (near.stream().noneMatch(equation -> smallestPublished(equation).isPresent())) {
      BitSet wider = (BitSet) near.clone();
      near.stream()
          .flatMap(equation -> Arrays.stream(hierarchy.members(equation)))
          .forEach(member -> hierarchy.equationsOf(member).forEach(wider::set));
      if (wider.equals(near)) {
        break;
      }
      near = wider;
    }
    return near;
  }
}
