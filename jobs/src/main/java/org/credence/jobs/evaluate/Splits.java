package org.credence.jobs.evaluate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.credence.settings.Digest;

/** Which rows are held out together while a model is judged. */
final class Splits {

  static final int FOLDS = 3;

  /** Labelled rows from which on a group counts as known. */
  static final int HISTORY_ROWS = 50;

  private static final double EARLY = 0.6;

  private Splits() {}

  /**
   * @param how in words, for the card
   * @param held rows of each fold, together all rows
   */
  record Folds(String how, List<BitSet> held) {
    Folds {
      held = List.copyOf(held);
    }
  }

  /** Whole groups where there are three or more, rows without a group by text; else all by text. */
  static Folds folds(Corpus corpus, long seed) {
    Map<String, BitSet> groups = corpus.groups();
    boolean byGroup = groups.size() >= FOLDS;
    List<BitSet> held = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      held.add(new BitSet());
    }
    for (int row = 0; row < corpus.rows().size(); row++) {
      if (!byGroup || corpus.rows().get(row).group().isEmpty()) {
        held.get(byText(corpus.rows().get(row).text(), seed)).set(row);
      }
    }
    if (byGroup) {
      groups.values().stream()
          .sorted(Comparator.comparingInt((BitSet group) -> -group.cardinality()))
          .forEach(
              group ->
                  held.stream()
                      .min(Comparator.comparingInt(BitSet::cardinality))
                      .orElseThrow()
                      .or(group));
    }
    return new Folds(FOLDS + (byGroup ? " folds by group" : " folds by text"), held);
  }

  /** Copies of a text stay together. */
  private static int byText(String text, long seed) {
    return Integer.remainderUnsigned(
        Integer.parseUnsignedInt(Digest.of(seed, text).substring(0, 8), 16), FOLDS);
  }

  /** The last two fifths of every known group; none when nothing tells the order of rows. */
  static BitSet late(Corpus corpus) {
    BitSet late = new BitSet();
    Corpus.Timeline timeline = corpus.timeline();
    if (timeline == Corpus.Timeline.NONE) {
      return late;
    }
    for (BitSet group : corpus.groups().values()) {
      if (group.cardinality() >= HISTORY_ROWS) {
        List<Integer> rows = new ArrayList<>(group.stream().boxed().toList());
        rows.sort(
            Comparator.comparing((Integer row) -> corpus.rows().get(row), timeline.order())
                .thenComparing(row -> row));
        rows.subList((int) (EARLY * rows.size()), rows.size()).forEach(late::set);
      }
    }
    return late;
  }
}
