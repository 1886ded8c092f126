package org.credence.jobs.train;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.credence.models.ModelCard;
import org.credence.models.TrainingRow;
import org.credence.settings.CredenceSettings.Weights;
import org.credence.settings.Digest;

/**
 * The rows of one language in a fixed order: labels, stars, emoji, each by id. The rows of a person
 * lead: where there are some, only they are held out, calibrate and judge.
 */
record TrainingSet(String language, List<LabelledText> rows, Weights weights) {

  private static final Comparator<LabelledText> ORDER =
      Comparator.comparing(LabelledText::origin)
          .thenComparing(LabelledText::id)
          .thenComparing(LabelledText::text)
          .thenComparing(LabelledText::label);

  TrainingSet {
    rows = List.copyOf(rows);
  }

  /** Those of all rows that are of the language and weigh something. */
  static TrainingSet of(String language, List<LabelledText> all, Weights weights) {
    List<LabelledText> rows =
        all.stream()
            .filter(row -> row.language().equals(language) && row.origin().weight(weights) > 0)
            .sorted(ORDER)
            .toList();
    return new TrainingSet(language, rows, weights);
  }

  boolean hasLabels() {
    return rows.stream().anyMatch(row -> row.origin() == Origin.LABELS);
  }

  /** Whether every class occurs among the rows that judge. */
  boolean suffices() {
    return judges().stream().map(row -> rows.get(row).label()).distinct().count()
        == LabelColumns.LABELS.size();
  }

  /** The rows that calibrate and judge. */
  BitSet judges() {
    boolean labels = hasLabels();
    BitSet judges = new BitSet();
    for (int row = 0; row < rows.size(); row++) {
      judges.set(row, !labels || rows.get(row).origin() == Origin.LABELS);
    }
    return judges;
  }

  List<TrainingRow> forTraining() {
    return rows.stream()
        .map(row -> new TrainingRow(row.text(), row.label(), row.origin().weight(weights)))
        .toList();
  }

  List<ModelCard.Source> sources() {
    Map<Origin, long[]> counts = new EnumMap<>(Origin.class);
    for (LabelledText row : rows) {
      counts.computeIfAbsent(row.origin(), origin -> new long[3])[row.label()]++;
    }
    List<ModelCard.Source> sources = new ArrayList<>();
    counts.forEach(
        (origin, byClass) ->
            sources.add(
                new ModelCard.Source(
                    origin.id(),
                    origin.weight(weights),
                    List.of(byClass[0], byClass[1], byClass[2]))));
    return sources;
  }

  /** Changes whenever the model would. */
  String digest() {
    return Digest.of(language, weights, rows);
  }
}
