package org.credence.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.credence.storage.Storage;
import org.credence.testing.SparkTest;
import org.credence.text.Features;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class HeadsTest {

  private static final List<List<String>> WORDS =
      List.of(
          List.of("late", "broken", "awful", "refund", "rude", ":(", "never", "worst"),
          List.of("today", "opens", "store", "at", "noon", "report", "the", "news"),
          List.of("love", "great", "thanks", "😍", "perfect", "fast", "happy", "!"));

  @Test
  void scoresAsTheSavedPipelineDoes(SparkSession spark, @TempDir Path folder) {
    List<TrainingRow> rows = rows(300);
    PipelineModel pipeline = regression(rows).fit(spark);
    ModelStore store = new ModelStore(Storage.of(folder.toUri(), new Configuration()));
    ModelCard card = card("v1", 1, List.of(0.0, 0.0, 0.0));
    store.save(card, pipeline);
    assertThat(store.heads("sentiment", List.of("en", "fr")).versions()).isEmpty();
    store.promote(card);

    Heads heads = store.heads("sentiment", List.of("en", "fr"));
    assertThat(heads.versions()).isEqualTo(Map.of("en", "v1"));
    assertThat(heads.scores("fr")).isFalse();
    List<TrainingRow> unseen = rows(700).subList(300, 700);
    List<Vector> expected = probabilities(spark, store.pipeline(card), unseen);
    LinearHead head = new LinearHead("v1", pipeline);
    Features features = new Features();
    double[] scores = new double[3];
    int[] ppm = new int[3];
    for (int i = 0; i < unseen.size(); i++) {
      features.of(unseen.get(i).text());
      head.margins(features, scores);
      Softmax.of(scores);
      assertThat(scores).containsExactly(expected.get(i).toArray(), within(1e-6));
      heads.posteriors("en", features, ppm);
      assertThat(ppm[0] + ppm[1] + ppm[2]).isEqualTo(1_000_000);
      for (int c = 0; c < 3; c++) {
        assertThat(ppm[c] / 1e6).isCloseTo(scores[c], within(2e-6));
      }
    }
  }

  @Test
  void tellsHowMuchOfAPostItHasNeverMet(SparkSession spark) {
    List<TrainingRow> rows = rows(200);
    Heads heads = Heads.of(card("v", 1, List.of(0.0, 0.0, 0.0)), regression(rows).fit(spark));
    Features features = new Features();

    // One of its ten n-grams shares a bucket with a known one.
    assertThat(heads.posteriors("en", features.of("qqqq"), new int[3])).isEqualTo(900_000);
    assertThat(heads.posteriors("en", features.of(""), new int[3])).isEqualTo(1_000_000);
    assertThat(heads.posteriors("en", features.of(WORDS.get(0).get(0)), new int[3])).isZero();
  }

  /** Of the buckets of {@code one two}, only those of {@code one} are in two other posts. */
  @Test
  void aTrainingPostIsUnknownAsFarAsTheOthersAre() {
    DocumentCounts counts = DocumentCounts.of("en", List.of("one", "one", "one", "two"));
    Features features = new Features();
    int one = features.of("one").size();
    int two = features.of("two").size();

    assertThat(counts.unknownShare()).isEqualTo((double) two / (3 * one + two));
    assertThat(DocumentCounts.of("en", List.of()).unknownShare()).isEqualTo(1);
  }

  @Test
  void trainsTheSameModelAgain(SparkSession spark) {
    LinearHead first = new LinearHead("v", regression(rows(200)).fit(spark));
    LinearHead second = new LinearHead("v", regression(rows(200)).fit(spark));

    assertThat(second.digest()).isEqualTo(first.digest());
  }

  @Test
  void tellsHeldOutRows() {
    List<TrainingRow> rows = rows(300);
    BitSet training = new BitSet();
    training.set(0, 200);
    BitSet wanted = new BitSet();
    wanted.set(200, 300);

    double[][] posteriors = regression(rows).posteriors(training, wanted);

    int right = 0;
    for (int i = 0; i < 100; i++) {
      double[] p = posteriors[i];
      assertThat(p[0] + p[1] + p[2]).isCloseTo(1, within(1e-12));
      right += p[rows.get(200 + i).label()] > 0.5 ? 1 : 0;
    }
    assertThat(right).isGreaterThan(80);
  }

  @Test
  void calibratesWithSlopeAndBiases(SparkSession spark) {
    PipelineModel pipeline = regression(rows(300)).fit(spark);
    Features post = new Features().of("great store");
    int[] plain = new int[3];
    int[] flat = new int[3];
    int[] negative = new int[3];

    Heads.of(card("v", 1, List.of(0.0, 0.0, 0.0)), pipeline).posteriors("en", post, plain);
    Heads.of(card("v", 0, List.of(0.0, 0.0, 0.0)), pipeline).posteriors("en", post, flat);
    Heads.of(card("v", 0, List.of(20.0, 0.0, 0.0)), pipeline).posteriors("en", post, negative);

    assertThat(plain[2]).isGreaterThan(plain[0]);
    assertThat(flat).containsExactly(333_333, 333_334, 333_333);
    assertThat(negative).containsExactly(1_000_000, 0, 0);
  }

  private static SentimentRegression regression(List<TrainingRow> rows) {
    List<String> texts = rows.stream().map(TrainingRow::text).toList();
    return new SentimentRegression(Featurizer.of(DocumentCounts.of("en", texts), 0.3), rows, 1);
  }

  private static List<Vector> probabilities(
      SparkSession spark, PipelineModel pipeline, List<TrainingRow> rows) {
    List<Row> table = rows.stream().map(row -> RowFactory.create(row.text())).toList();
    StructType schema = new StructType().add("text", DataTypes.StringType, false);
    return pipeline
        .transform(spark.createDataFrame(table, schema))
        .select("probability")
        .collectAsList()
        .stream()
        .map(row -> (Vector) row.get(0))
        .toList();
  }

  /** Six words each, four of the row's own class. */
  private static List<TrainingRow> rows(int count) {
    Random random = new Random(5);
    List<TrainingRow> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int label = random.nextInt(3);
      StringBuilder text = new StringBuilder("Acme");
      for (int j = 0; j < 6; j++) {
        List<String> words = WORDS.get(j < 4 ? label : random.nextInt(3));
        text.append(' ').append(words.get(random.nextInt(words.size())));
      }
      rows.add(new TrainingRow(text.toString(), label, 1));
    }
    return rows;
  }

  static ModelCard card(String version, double slope, List<Double> biases) {
    return new ModelCard(
        "sentiment",
        "en",
        version,
        "",
        List.of("negative", "neutral", "positive"),
        "",
        List.of(),
        List.of(),
        List.of(0.3, 0.3, 0.4),
        new ModelCard.Calibration(slope, biases),
        new ModelCard.Evaluation("rows", "", 100, 0.6, 0.6, 0.6, 0.05, List.of()),
        ModelCard.Reference.UNKNOWN,
        Map.of(),
        Map.of(),
        List.of(),
        1,
        Map.of());
  }
}
