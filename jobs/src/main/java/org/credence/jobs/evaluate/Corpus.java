package org.credence.jobs.evaluate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.credence.models.Example;
import org.credence.settings.Refusal;

/**
 * All rows to learn from, in an order that depends on nothing but themselves.
 *
 * @param classes labels in alphabetical order
 */
record Corpus(List<String> classes, List<LabelledRow> rows, List<Integer> labels) {

  /** Rows that each label needs, so that every fold can learn it. */
  private static final int LEAST_OF_A_LABEL = 3;

  private static final Comparator<LabelledRow> ORDER =
      Comparator.comparing(LabelledRow::id)
          .thenComparing(LabelledRow::text)
          .thenComparing(LabelledRow::group)
          .thenComparing(LabelledRow::label);

  Corpus {
    classes = List.copyOf(classes);
    rows = List.copyOf(rows);
    labels = List.copyOf(labels);
  }

  static Corpus of(List<LabelledFile> files) {
    List<LabelledRow> rows = new ArrayList<>();
    files.forEach(file -> rows.addAll(file.rows()));
    rows.sort(ORDER);
    Map<String, Integer> counts = new TreeMap<>();
    rows.forEach(row -> counts.merge(row.label(), 1, Integer::sum));
    if (counts.size() < 2 || counts.size() > 127) {
      throw Refusal.configuration(
          "There is nothing to tell apart",
          "the rows have %d different labels".formatted(counts.size()),
          "Give rows of 2 to 127 labels.");
    }
    counts.forEach(
        (label, count) -> {
          if (count < LEAST_OF_A_LABEL) {
            throw Refusal.configuration(
                "The label " + label + " can't be learned",
                "it has %d rows, each needs %d".formatted(count, LEAST_OF_A_LABEL),
                "Label more, or take these rows out.");
          }
        });
    List<String> classes = List.copyOf(counts.keySet());
    Map<String, Integer> index = new HashMap<>();
    classes.forEach(label -> index.put(label, index.size()));
    return new Corpus(classes, rows, rows.stream().map(row -> index.get(row.label())).toList());
  }

  /**
   * @param weights one for each row
   */
  List<Example> examples(double[] weights) {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      LabelledRow row = rows.get(i);
      examples.add(new Example(row.text(), row.group(), labels.get(i), weights[i]));
    }
    return examples;
  }

  /** Rows by group, sorted; rows without a group are in none. */
  Map<String, BitSet> groups() {
    Map<String, BitSet> groups = new TreeMap<>();
    for (int i = 0; i < rows.size(); i++) {
      if (!rows.get(i).group().isEmpty()) {
        groups.computeIfAbsent(rows.get(i).group(), name -> new BitSet()).set(i);
      }
    }
    return groups;
  }

  /** Share of each class. */
  double[] prior() {
    double[] prior = new double[classes.size()];
    labels.forEach(label -> prior[label] += 1.0 / labels.size());
    return prior;
  }

  long count(int label) {
    return labels.stream().filter(of -> of == label).count();
  }

  /** What can tell the time of rows: nothing, days, or ids that are numbers and so go up. */
  Timeline timeline() {
    if (rows.stream().allMatch(row -> row.day().isPresent())) {
      return Timeline.DAYS;
    }
    boolean numbers =
        rows.stream().allMatch(row -> !row.id().isEmpty() && row.id().length() < 19)
            && rows.stream().flatMapToInt(row -> row.id().chars()).allMatch(Character::isDigit);
    boolean distinct =
        new TreeSet<>(rows.stream().map(LabelledRow::id).toList()).size() > rows.size() / 2;
    return numbers && distinct ? Timeline.IDS : Timeline.NONE;
  }

  /** How rows follow each other. */
  enum Timeline {
    DAYS,
    IDS,
    NONE;

    Comparator<LabelledRow> order() {
      return switch (this) {
        case DAYS -> Comparator.comparing(row -> row.day().orElseThrow());
        case IDS -> Comparator.comparingLong(row -> Long.parseLong(row.id()));
        case NONE -> throw new IllegalStateException("rows have no order");
      };
    }
  }
}
