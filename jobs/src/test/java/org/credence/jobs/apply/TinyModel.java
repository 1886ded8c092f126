package org.credence.jobs.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.credence.models.DocumentCounts;
import org.credence.models.Featurizer;
import org.credence.models.Heads;
import org.credence.models.ModelCard;
import org.credence.models.SentimentRegression;
import org.credence.models.TrainingRow;

/** A sentiment model of one language that learns a few words, for tests. */
final class TinyModel {

  private static final List<String> NEGATIVE = List.of("late", "broken", "awful", "rude");
  private static final List<String> NEUTRAL = List.of("opens", "store", "noon", "report");
  private static final List<String> POSITIVE = List.of("love", "great", "thanks", "perfect");

  private TinyModel() {}

  static Heads of(SparkSession spark, String language, String version) {
    List<TrainingRow> rows = new ArrayList<>();
    List<List<String>> classes = List.of(NEGATIVE, NEUTRAL, POSITIVE);
    for (int label = 0; label < classes.size(); label++) {
      for (String first : classes.get(label)) {
        for (String second : classes.get(label)) {
          rows.add(new TrainingRow("acme " + first + " and " + second, label, 1));
        }
      }
    }
    return of(spark, language, version, rows);
  }

  static Heads of(SparkSession spark, String language, String version, List<TrainingRow> rows) {
    List<String> texts = rows.stream().map(TrainingRow::text).toList();
    Featurizer featurizer = Featurizer.of(DocumentCounts.of(language, texts), 0.3);
    return Heads.of(
        card(language, version), new SentimentRegression(featurizer, rows, 1).fit(spark));
  }

  private static ModelCard card(String language, String version) {
    return new ModelCard(
        "sentiment",
        language,
        version,
        "",
        List.of("negative", "neutral", "positive"),
        "",
        List.of(),
        List.of(),
        List.of(0.3, 0.3, 0.4),
        new ModelCard.Calibration(1, List.of(0.0, 0.0, 0.0)),
        new ModelCard.Evaluation("rows", "", 100, 0.6, 0.6, 0.6, 0.05, List.of()),
        ModelCard.Reference.UNKNOWN,
        Map.of(),
        Map.of(),
        List.of(),
        1,
        Map.of());
  }
}
