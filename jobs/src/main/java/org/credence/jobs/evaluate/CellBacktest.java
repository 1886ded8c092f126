package org.credence.jobs.evaluate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.credence.statistics.CellMethod;
import org.credence.statistics.CellQuantifier;
import org.credence.statistics.CellShift;
import org.credence.statistics.CellShift.Tested;
import org.credence.statistics.Posteriors;

/**
 * Estimates the shares of labelled groups by every method and compares them with their labels. A
 * group is estimated by what was fitted on other groups.
 */
final class CellBacktest {

  /** Fewer labels say too little about a group. */
  static final int LEAST_ROWS = 20;

  /** From so many on noise does not drown the shift. */
  private static final int ENOUGH_ROWS = 100;

  private static final int FITS = 5;

  private final int classes;
  private final Map<CellMethod, List<Tested>> tested = new EnumMap<>(CellMethod.class);
  private final Map<CellMethod, List<Tested>> large = new EnumMap<>(CellMethod.class);

  private CellBacktest(int classes) {
    this.classes = classes;
    for (CellMethod method : CellMethod.values()) {
      tested.put(method, new ArrayList<>());
      large.put(method, new ArrayList<>());
    }
  }

  /** Groups as they are: for groups that were known before. */
  static CellBacktest asTheyAre(HeldRows rows, int classes) {
    CellBacktest backtest = new CellBacktest(classes);
    backtest.run(byCell(rows), byCell(rows));
    return backtest;
  }

  /**
   * Groups whose mix is drawn anew, evenly from all mixes: for groups never seen, which need not be
   * like those of the training (the protocol of artificial prevalences, Forman 2008).
   */
  static CellBacktest redrawn(HeldRows rows, int classes, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, HeldRows> drawn = new TreeMap<>();
    byCell(rows).forEach((name, group) -> drawn.put(name, redraw(name, group, classes, random)));
    CellBacktest backtest = new CellBacktest(classes);
    backtest.run(byCell(rows), drawn);
    return backtest;
  }

  private static Map<String, HeldRows> byCell(HeldRows rows) {
    Map<String, HeldRows> groups = new TreeMap<>();
    for (int i = 0; i < rows.size(); i++) {
      String cell = rows.cells().get(i);
      if (!cell.isEmpty()) {
        groups
            .computeIfAbsent(cell, name -> new HeldRows())
            .add(cell, rows.posteriors().get(i), rows.truth().get(i));
      }
    }
    groups.values().removeIf(group -> group.size() < LEAST_ROWS);
    return groups;
  }

  private static HeldRows redraw(
      String name, HeldRows group, int classes, SplittableRandom random) {
    List<List<Integer>> ofClass = new ArrayList<>();
    for (int c = 0; c < classes; c++) {
      ofClass.add(new ArrayList<>());
    }
    for (int i = 0; i < group.size(); i++) {
      ofClass.get(group.truth().get(i)).add(i);
    }
    double[] mix = new double[classes];
    for (int c = 0; c < classes; c++) {
      double exponential = -StrictMath.log(1 - random.nextDouble());
      mix[c] = ofClass.get(c).isEmpty() ? 0 : exponential;
    }
    HeldRows drawn = new HeldRows();
    for (int n = 0; n < group.size(); n++) {
      List<Integer> from = ofClass.get(draw(mix, random));
      int row = from.get(random.nextInt(from.size()));
      drawn.add(name, group.posteriors().get(row), group.truth().get(row));
    }
    return drawn;
  }

  private static int draw(double[] mix, SplittableRandom random) {
    double sum = 0;
    for (double share : mix) {
      sum += share;
    }
    double left = random.nextDouble() * sum;
    int last = 0;
    for (int c = 0; c < mix.length; c++) {
      if (mix[c] > 0) {
        last = c;
        left -= mix[c];
        if (left < 0) {
          return c;
        }
      }
    }
    return last;
  }

  private void run(Map<String, HeldRows> fitted, Map<String, HeldRows> judged) {
    if (judged.size() < 2) {
      return;
    }
    HeldRows pool = new HeldRows();
    judged.values().forEach(pool::addAll);
    int fits = Math.min(FITS, judged.size());
    List<String> names = List.copyOf(judged.keySet());
    for (int fit = 0; fit < fits; fit++) {
      HeldRows others = new HeldRows();
      for (int i = 0; i < names.size(); i++) {
        if (i % fits != fit) {
          others.addAll(Objects.requireNonNull(fitted.get(names.get(i))));
        }
      }
      CellQuantifier quantifier = CellQuantifier.fit(others.asPosteriors(), others.labels());
      double[] parent = quantifier.parent(pool.asPosteriors());
      for (int i = fit; i < names.size(); i += fits) {
        judge(quantifier, parent, Objects.requireNonNull(judged.get(names.get(i))));
      }
    }
  }

  private void judge(CellQuantifier quantifier, double[] parent, HeldRows group) {
    Posteriors posteriors = group.asPosteriors();
    double[] truth = group.shares(classes);
    for (CellMethod method : CellMethod.values()) {
      Tested cell = new Tested(truth, quantifier.estimate(method, posteriors, parent));
      of(tested, method).add(cell);
      if (group.size() >= ENOUGH_ROWS) {
        of(large, method).add(cell);
      }
    }
  }

  /** Groups judged. */
  int groups() {
    return of(tested, CellMethod.PCC).size();
  }

  /** Mean absolute error of each method; empty when fewer than two groups have rows enough. */
  Map<CellMethod, Double> errors() {
    Map<CellMethod, Double> errors = new EnumMap<>(CellMethod.class);
    tested.forEach(
        (method, cells) -> {
          if (!cells.isEmpty()) {
            errors.put(
                method,
                cells.stream().mapToDouble(Tested::absoluteError).average().orElse(Double.NaN));
          }
        });
    return errors;
  }

  /**
   * What intervals of a method must add; what never-seen brands showed elsewhere without groups.
   */
  CellShift shift(CellMethod method) {
    List<Tested> enough = of(large, method);
    List<Tested> cells = enough.size() >= 2 ? enough : of(tested, method);
    return cells.size() < 2 ? CellShift.neverSeen(classes) : CellShift.of(cells);
  }

  private static List<Tested> of(Map<CellMethod, List<Tested>> cells, CellMethod method) {
    return Objects.requireNonNull(cells.get(method));
  }
}
