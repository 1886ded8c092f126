package org.credence.statistics.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Cells and equations by number, without the empty cells; the order given breaks ties. */
final class Hierarchy<K> {

  private final List<Cell<K>> cells = new ArrayList<>();

  /** Cells of each equation, its total first if that is not empty. */
  private final List<int[]> equations = new ArrayList<>();

  private final List<Boolean> firstIsTotal = new ArrayList<>();
  private final List<Long> sinceAll = new ArrayList<>();
  private final SortedMap<Long, List<Integer>> published = new TreeMap<>();
  private final SortedMap<Long, List<Integer>> completed = new TreeMap<>();

  /** Equations of each cell. */
  private final List<List<Integer>> memberships = new ArrayList<>();

  Hierarchy(Collection<Cell<K>> given, Collection<Equation<K>> givenEquations) {
    Map<K, Integer> numbers = new LinkedHashMap<>();
    for (Cell<K> cell : given) {
      if (!cell.isEmpty()) {
        if (numbers.put(cell.key(), cells.size()) != null) {
          throw new IllegalArgumentException("two cells with the key " + cell.key());
        }
        published.computeIfAbsent(cell.since(), any -> new ArrayList<>()).add(cells.size());
        cells.add(cell);
        memberships.add(new ArrayList<>());
      }
    }
    givenEquations.forEach(equation -> add(equation, numbers));
  }

  private void add(Equation<K> equation, Map<K, Integer> numbers) {
    List<Integer> members = new ArrayList<>();
    Integer total = numbers.get(equation.total());
    if (total != null) {
      members.add(total);
    }
    for (K part : equation.parts()) {
      Integer number = numbers.get(part);
      if (number != null) {
        members.add(number);
      }
    }
    // One cell alone is equal to nothing: parts of its sum were never cells.
    if (members.size() > 1) {
      members.forEach(cell -> memberships.get(cell).add(equations.size()));
      long last = members.stream().mapToLong(this::since).max().orElse(0);
      sinceAll.add(last);
      completed.computeIfAbsent(last, any -> new ArrayList<>()).add(equations.size());
      equations.add(members.stream().mapToInt(Integer::intValue).toArray());
      firstIsTotal.add(total != null);
    }
  }

  int cells() {
    return cells.size();
  }

  int equations() {
    return equations.size();
  }

  K key(int cell) {
    return cells.get(cell).key();
  }

  long people(int cell) {
    return cells.get(cell).people();
  }

  long value(int cell) {
    return cells.get(cell).value();
  }

  long since(int cell) {
    return cells.get(cell).since();
  }

  /** When the last member of an equation is published. */
  long sinceAll(int equation) {
    return sinceAll.get(equation);
  }

  /** Moments at which cells are published, in order. */
  Set<Long> moments() {
    return published.keySet();
  }

  /** Cells that are published at a moment. */
  List<Integer> published(long moment) {
    return published.getOrDefault(moment, List.of());
  }

  /** Equations whose last member is published at a moment. */
  List<Integer> completed(long moment) {
    return completed.getOrDefault(moment, List.of());
  }

  int[] members(int equation) {
    return equations.get(equation);
  }

  boolean isTotal(int equation, int cell) {
    return firstIsTotal.get(equation) && members(equation)[0] == cell;
  }

  List<Integer> equationsOf(int cell) {
    return memberships.get(cell);
  }
}
