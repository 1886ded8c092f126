package org.credence.jobs.train;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.credence.settings.Digest;

/**
 * Which rows are held out together.
 *
 * @param how in words, for the card
 * @param held rows of each fold; rows in none are always learned from
 */
record Folds(String how, List<BitSet> held) {

  static final int COUNT = 3;

  Folds {
    held = List.copyOf(held);
  }

  /**
   * Whole groups where there are three or more, so that a model is judged on brands it has not
   * seen; else by text, copies together.
   */
  static Folds of(TrainingSet set, long seed) {
    BitSet judges = set.judges();
    Map<String, BitSet> groups = new TreeMap<>();
    judges.stream()
        .filter(row -> !set.rows().get(row).group().isEmpty())
        .forEach(
            row -> groups.computeIfAbsent(set.rows().get(row).group(), g -> new BitSet()).set(row));
    boolean byGroup = groups.size() >= COUNT;
    List<BitSet> held = new ArrayList<>();
    for (int fold = 0; fold < COUNT; fold++) {
      held.add(new BitSet());
    }
    judges.stream()
        .filter(row -> !byGroup || set.rows().get(row).group().isEmpty())
        .forEach(row -> held.get(byText(set.rows().get(row).text(), seed)).set(row));
    if (byGroup) {
      groups.values().stream()
          .sorted(Comparator.comparingInt((BitSet group) -> -group.cardinality()))
          .forEach(group -> smallest(held).or(group));
    }
    return new Folds(COUNT + (byGroup ? " folds by group" : " folds by text"), held);
  }

  private static int byText(String text, long seed) {
    return Integer.remainderUnsigned(
        Integer.parseUnsignedInt(Digest.of(seed, text).substring(0, 8), 16), COUNT);
  }

  private static BitSet smallest(List<BitSet> held) {
    return held.stream().min(Comparator.comparingInt(BitSet::cardinality)).orElseThrow();
  }

  /** The fold that holds a row out. */
  int of(int row) {
    for (int fold = 0; fold < held.size(); fold++) {
      if (held.get(fold).get(row)) {
        return fold;
      }
    }
    throw new IllegalArgumentException("row " + row + " is in no fold");
  }
}
