package org.credence.statistics;

import java.io.Serializable;
import java.util.Arrays;

/** Sums mentions in place; for millions of them. Not thread safe. */
public final class EvidenceBuilder implements Serializable {

  private static final long serialVersionUID = 1;

  private int[] cells = new int[4];
  private long[] weights = new long[4];
  private long[] negatives = new long[4];
  private long[] positives = new long[4];
  private int size;
  private final long[] all = new long[Moments.SIZE];
  private final long[] lone = new long[Moments.SIZE];

  /**
   * Adds one mention by a known author; see {@link Evidence#of}.
   *
   * @throws IllegalArgumentException if the weight is negative or the posterior is none
   */
  public EvidenceBuilder add(long weight, long negative, long positive) {
    if (weight < 0) {
      throw new IllegalArgumentException("negative weight: " + weight);
    }
    addCell(
        SimplexGrid.cell(negative, positive),
        weight,
        FixedPoint.times(weight, negative),
        FixedPoint.times(weight, positive));
    Moments.add(all, weight, negative, positive);
    return this;
  }

  /** Adds one mention without an author. */
  public EvidenceBuilder addLone(long weight, long negative, long positive) {
    add(weight, negative, positive);
    Moments.add(lone, weight, negative, positive);
    return this;
  }

  public EvidenceBuilder add(Evidence other) {
    for (int i = 0; i < other.cells.length; i++) {
      addCell(other.cells[i], other.weights[i], other.negatives[i], other.positives[i]);
    }
    other.all().addTo(all);
    other.lone().addTo(lone);
    return this;
  }

  public EvidenceBuilder add(EvidenceBuilder other) {
    return add(other.build());
  }

  public Evidence build() {
    return new Evidence(
        Arrays.copyOf(cells, size),
        Arrays.copyOf(weights, size),
        Arrays.copyOf(negatives, size),
        Arrays.copyOf(positives, size),
        Moments.of(all),
        Moments.of(lone));
  }

  static Evidence read(VarintReader in, int format) {
    in.expectByte(format);
    EvidenceBuilder evidence = new EvidenceBuilder();
    for (long[] moments : new long[][] {evidence.all, evidence.lone}) {
      Arrays.setAll(moments, i -> in.read());
    }
    int count = in.readCount();
    long cell = 0;
    for (int i = 0; i < count; i++) {
      cell += in.read();
      if (cell < 0 || cell >= SimplexGrid.CELLS) {
        throw new IllegalArgumentException("no such cell: " + cell);
      }
      evidence.addCell((int) cell, in.read(), in.read(), in.read());
    }
    in.expectEnd();
    return evidence.build();
  }

  private void addCell(int cell, long weight, long negative, long positive) {
    int at = Arrays.binarySearch(cells, 0, size, cell);
    if (at < 0) {
      at = -at - 1;
      insert(at, cell);
    }
    weights[at] += weight;
    negatives[at] += negative;
    positives[at] += positive;
  }

  private void insert(int at, int cell) {
    if (size == cells.length) {
      int room = Math.min(SimplexGrid.CELLS, 2 * size);
      cells = Arrays.copyOf(cells, room);
      weights = Arrays.copyOf(weights, room);
      negatives = Arrays.copyOf(negatives, room);
      positives = Arrays.copyOf(positives, room);
    }
    int moved = size - at;
    System.arraycopy(cells, at, cells, at + 1, moved);
    System.arraycopy(weights, at, weights, at + 1, moved);
    System.arraycopy(negatives, at, negatives, at + 1, moved);
    System.arraycopy(positives, at, positives, at + 1, moved);
    cells[at] = cell;
    weights[at] = 0;
    negatives[at] = 0;
    positives[at] = 0;
    size++;
  }
}
