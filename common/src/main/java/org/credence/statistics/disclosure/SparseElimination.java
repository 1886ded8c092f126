package org.credence.statistics.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Gaussian elimination of sparse rows over {@link PrimeField}, all right sides 0.
 *
 * <p>A column with one row left takes that row as its pivot at no cost; in hierarchies nearly all
 * go that way. Where none is left, the shortest row gives its rarest column.
 */
final class SparseElimination {

  private record Pivot(int column, Map<Integer, Long> row) {}

  private final List<Map<Integer, Long>> rows = new ArrayList<>();
  private final Map<Integer, Set<Integer>> rowsOfColumn = new HashMap<>();
  private final Deque<Integer> singles = new ArrayDeque<>();
  private final TreeSet<Long> bySize = new TreeSet<>();
  private final List<Pivot> pivots = new ArrayList<>();

  void startRow() {
    rows.add(new HashMap<>());
  }

  /** Sets a coefficient of the row started last. */
  void put(int column, long coefficient) {
    rows.get(rows.size() - 1).merge(column, PrimeField.of(coefficient), Long::sum);
    rowsOfColumn.computeIfAbsent(column, c -> new HashSet<>()).add(rows.size() - 1);
  }

  /** Changes the pivots' components so that the vector solves all rows; the others stay. */
  void complete(long[] vector) {
    eliminate();
    for (int i = pivots.size() - 1; i >= 0; i--) {
      Pivot pivot = pivots.get(i);
      long sum = 0;
      for (Map.Entry<Integer, Long> entry : pivot.row().entrySet()) {
        if (entry.getKey() != pivot.column()) {
          sum = PrimeField.of(sum + entry.getValue() * vector[entry.getKey()]);
        }
      }
      vector[pivot.column()] =
          PrimeField.divide(PrimeField.of(-sum), pivot.row().getOrDefault(pivot.column(), 0L));
    }
  }

  private void eliminate() {
    rowsOfColumn.forEach((column, in) -> noteIfSingle(column, in));
    for (int row = 0; row < rows.size(); row++) {
      bySize.add(rank(row));
    }
    while (!bySize.isEmpty()) {
      Integer single = singles.poll();
      if (single == null) {
        int row = bySize.first().intValue();
        if (rows.get(row).isEmpty()) {
          bySize.remove(rank(row));
        } else {
          pivot(rarestColumn(row), row);
        }
      } else if (rowsOf(single).size() == 1) {
        pivot(single, rowsOf(single).iterator().next());
      }
    }
  }

  private void pivot(int column, int row) {
    Map<Integer, Long> pivotRow = rows.get(row);
    bySize.remove(rank(row));
    pivotRow.keySet().forEach(member -> leave(member, row));
    for (int other : List.copyOf(rowsOf(column))) {
      subtract(other, column, pivotRow);
    }
    pivots.add(new Pivot(column, pivotRow));
  }

  /** Clears the column in another row. */
  private void subtract(int row, int column, Map<Integer, Long> pivotRow) {
    Map<Integer, Long> target = rows.get(row);
    bySize.remove(rank(row));
    long factor =
        PrimeField.divide(target.getOrDefault(column, 0L), pivotRow.getOrDefault(column, 1L));
    pivotRow.forEach(
        (member, coefficient) -> {
          long old = target.getOrDefault(member, 0L);
          long now = PrimeField.of(old - factor * coefficient % PrimeField.PRIME);
          if (now != 0) {
            target.put(member, now);
            rowsOf(member).add(row);
          } else if (old != 0) {
            target.remove(member);
            leave(member, row);
          }
        });
    bySize.add(rank(row));
  }

  private void leave(int column, int row) {
    Set<Integer> in = rowsOf(column);
    in.remove(row);
    noteIfSingle(column, in);
  }

  private void noteIfSingle(int column, Set<Integer> in) {
    if (in.size() == 1) {
      singles.add(column);
    }
  }

  private int rarestColumn(int row) {
    int rarest = -1;
    for (int column : rows.get(row).keySet()) {
      if (rarest < 0 || rowsOf(column).size() < rowsOf(rarest).size()) {
        rarest = column;
      }
    }
    return rarest;
  }

  private Set<Integer> rowsOf(int column) {
    return rowsOfColumn.getOrDefault(column, Set.of());
  }

  /** Shorter rows first, then earlier ones. */
  private long rank(int row) {
    return ((long) rows.get(row).size() << 32) | row;
  }
}
