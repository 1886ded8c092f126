package org.credence.jobs.train;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The last two fifths of each dated group by day, held out together: what the model is when it
 * meets a known brand at a later time.
 */
final class TimeForward {

  private static final double EARLY = 0.6;

  private TimeForward() {}

  /** The late rows; none when rows carry no group or no day. */
  static BitSet late(TrainingSet set) {
    Map<String, List<Integer>> groups = new TreeMap<>();
    set.judges().stream()
        .filter(row -> !set.rows().get(row).group().isEmpty())
        .filter(row -> set.rows().get(row).day().isPresent())
        .forEach(
            row ->
                groups
                    .computeIfAbsent(set.rows().get(row).group(), group -> new ArrayList<>())
                    .add(row));
    BitSet late = new BitSet();
    for (List<Integer> rows : groups.values()) {
      rows.sort(
          Comparator.comparing((Integer row) -> set.rows().get(row).day().orElseThrow())
              .thenComparing(row -> row));
      rows.subList((int) (EARLY * rows.size()), rows.size()).forEach(late::set);
    }
    return late;
  }
}
