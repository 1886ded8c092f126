package org.credence.statistics.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cells and equations by number, without the empty cells; the order given breaks ties. */
final class Hierarchy<K> {

  private final List<Cell<K>> cells = new ArrayList<>();

  /** Cells of each equation, its total first if that is not empty. */
  private final List<int[]> equations = new ArrayList<>();

  private final List<Boolean> firstIsTotal = new ArrayList<>();

  /** Equations of each cell. */
  private final List<List<Integer>> memberships = new ArrayList<>();

  Hierarchy(Collection<Cell<K>> given, Collection<Equation<K>> givenEquations) {
    Map<K, Integer> numbers = new LinkedHashMap<>();
    for (Cell<K> cell : given) {
      if (!cell.isEmpty()) {
        if (numbers.put(cell.key(), cells.size()) != null) {
          throw new IllegalArgumentException("two cells with the key " + cell.key());
        }
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
