package org.credence.jobs.cubes;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.credence.lake.Posts;
import org.jspecify.annotations.Nullable;

/** The cells of one brand, quarter by quarter: only one quarter of parts is in memory. */
final class BrandCells implements Iterator<Row> {

  private final CellRules rules;
  private final String brand;
  private final Iterator<Row> parts;
  private final Iterator<LocalDate> quarters;
  private final CellJudge judge;
  private final Deque<Row> ready = new ArrayDeque<>();
  private @Nullable PartRow next;
  private @Nullable QuarterCells before;

  /**
   * @param parts of the brand, sorted by day; one without a day only says that the brand exists
   */
  BrandCells(CellRules rules, String brand, Iterator<Row> parts) {
    this.rules = rules;
    this.brand = brand;
    this.parts = parts;
    this.quarters = rules.scope().iterator();
    this.judge = new CellJudge(rules, brand);
    advance();
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && quarters.hasNext()) {
      QuarterTree tree = QuarterTree.of(quarters.next());
      QuarterCells now = new QuarterCells(tree, days(tree), rules, brand);
      judge.judge(adjacent(now), now, ready);
      before = now;
    }
    return !ready.isEmpty();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }

  private @Nullable QuarterCells adjacent(QuarterCells now) {
    return before != null && before.tree().quarter().end().equals(now.tree().quarter().first())
        ? before
        : null;
  }

  private SortedMap<Series, SortedMap<LocalDate, Tally>> days(QuarterTree tree) {
    SortedMap<Series, SortedMap<LocalDate, Tally>> days = new TreeMap<>();
    while (next != null && next.day().isBefore(tree.quarter().end())) {
      String mark = rules.epochs().scores(brand, next.day());
      for (Series series : Series.of(next)) {
        days.computeIfAbsent(series, any -> new TreeMap<>())
            .computeIfAbsent(next.day(), any -> new Tally())
            .add(next, mark);
      }
      advance();
    }
    return days;
  }

  private void advance() {
    next = null;
    while (next == null && parts.hasNext()) {
      Row row = parts.next();
      next = row.isNullAt(row.fieldIndex(Posts.DAY.column())) ? null : new PartRow(row);
    }
  }
}
