package org.credence.jobs.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.credence.statistics.Posteriors;

/** Posteriors with the truth, row by row: of held-out rows, or of a labelled file. */
record HeldRows(List<String> cells, List<double[]> posteriors, List<Integer> truth) {

  HeldRows() {
    this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }

  void add(String cell, double[] posterior, int label) {
    cells.add(cell);
    posteriors.add(posterior);
    truth.add(label);
  }

  void addAll(HeldRows other) {
    cells.addAll(other.cells);
    posteriors.addAll(other.posteriors);
    truth.addAll(other.truth);
  }

  int size() {
    return truth.size();
  }

  Posteriors asPosteriors() {
    return Posteriors.of(posteriors.toArray(double[][]::new));
  }

  int[] labels() {
    return truth.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Share of each class. */
  double[] shares(int classes) {
    double[] shares = new double[classes];
    truth.forEach(label -> shares[label] += 1.0 / truth.size());
    return shares;
  }
}
