package org.credence.jobs.train;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.SparkSession;
import org.credence.models.DocumentCounts;
import org.credence.models.Featurizer;
import org.credence.models.Heads;
import org.credence.models.ModelCard;
import org.credence.models.SentimentRegression;
import org.credence.models.ShiftTerms;
import org.credence.settings.Digest;
import org.credence.statistics.Bcts;
import org.credence.statistics.Method;
import org.credence.statistics.NetHistogram;
import org.credence.statistics.Posteriors;
import org.credence.statistics.ShiftTerm;
import org.credence.text.Features;

/**
 * Trains the sentiment model of one language and finds out how far it can be trusted: three fits
 * with a fold held out, one without the late rows, one on everything.
 *
 * <p>Shift terms: the mean posterior (PCC) is for brands with labelled history, so its error is
 * taken time-forward where rows are dated, else on held-out groups; MAP-SLD is for brands never
 * seen, so on held-out groups. Without such groups they are what never-seen brands showed
 * elsewhere; without any labels the widest.
 */
final class SentimentTraining {

  static final String NAME = "sentiment";

  /** Goes up when the same rows would give another model. */
  private static final int RECIPE = 1;

  private static final double LEXICON_FACTOR = 0.3;

  /** Few rows take less regularisation (validated on English and French tweets). */
  private static final int FEW_ROWS = 5_000;

  private static final double C_OF_FEW = 3;
  private static final double C_OF_MANY = 1;

  /** Labelled rows from which on a group counts as known. */
  private static final int HISTORY_ROWS = 50;

  private final TrainingSet set;
  private final long seed;

  SentimentTraining(TrainingSet set, long seed) {
    this.set = set;
    this.seed = seed;
  }

  /** A model with its card. */
  record Trained(ModelCard card, PipelineModel pipeline) {}

  /** The same rows, settings and code give the same version. */
  String version() {
    return Digest.brief(set.digest(), seed, RECIPE, Features.VERSION);
  }

  /**
   * @param files that the labels came from
   */
  Trained train(SparkSession spark, List<LabelFile> files) {
    List<String> texts = set.rows().stream().map(LabelledText::text).toList();
    DocumentCounts counts = DocumentCounts.of(set.language(), texts);
    Featurizer featurizer = Featurizer.of(counts, LEXICON_FACTOR);
    SentimentRegression regression =
        new SentimentRegression(featurizer, set.forTraining(), inverseRegularisation());
    Folds folds = Folds.of(set, seed);
    BitSet late = TimeForward.late(set);
    List<BitSet> wanted = new ArrayList<>(folds.held());
    wanted.add(late);
    List<double[][]> posteriors =
        wanted.stream().parallel().map(rows -> heldOut(regression, rows)).toList();
    HeldOut outOfFold = HeldOut.of(set, set.judges(), merged(folds, posteriors));
    HeldOut forward = HeldOut.of(set, late, posteriors.get(posteriors.size() - 1));
    PipelineModel pipeline = regression.fit(spark);
    return new Trained(card(spark, files, folds, outOfFold, forward, pipeline, counts), pipeline);
  }

  private double inverseRegularisation() {
    double weight = set.forTraining().stream().mapToDouble(row -> row.weight()).sum();
    return weight < FEW_ROWS ? C_OF_FEW : C_OF_MANY;
  }

  private double[][] heldOut(SentimentRegression regression, BitSet wanted) {
    if (wanted.isEmpty()) {
      return new double[0][];
    }
    BitSet training = new BitSet();
    training.set(0, set.rows().size());
    training.andNot(wanted);
    return regression.posteriors(training, wanted);
  }

  private static double[][] merged(Folds folds, List<double[][]> posteriors) {
    Map<Integer, double[]> byRow = new TreeMap<>();
    for (int fold = 0; fold < folds.held().size(); fold++) {
      int[] rows = folds.held().get(fold).stream().toArray();
      for (int i = 0; i < rows.length; i++) {
        byRow.put(rows[i], posteriors.get(fold)[i]);
      }
    }
    return byRow.values().toArray(double[][]::new);
  }

  private ModelCard card(
      SparkSession spark,
      List<LabelFile> files,
      Folds folds,
      HeldOut outOfFold,
      HeldOut forward,
      PipelineModel pipeline,
      DocumentCounts counts) {
    Bcts calibration = Bcts.fit(outOfFold.posteriors(), outOfFold.truth());
    Posteriors calibrated = calibration.apply(outOfFold.posteriors());
    double[] priors = outOfFold.shares();
    Map<String, ModelCard.Backtest> backtests = backtests(outOfFold, forward, folds);
    return new ModelCard(
        NAME,
        set.language(),
        version(),
        Heads.contentOf(pipeline),
        LabelColumns.LABELS,
        set.hasLabels() ? "" : ModelCard.NO_LABELS,
        files.stream().map(this::labelFile).filter(file -> file.rows() > 0).toList(),
        set.sources(),
        list(priors),
        new ModelCard.Calibration(calibration.slope(), list(calibration.biases())),
        Judgement.of(outOfFold, calibrated, priors, evaluationDigest(folds), folds.how()),
        new ModelCard.Reference(list(NetHistogram.shares(calibrated)), counts.unknownShare()),
        backtests,
        shiftTerms(backtests),
        groupsWithHistory(),
        seed,
        Map.of(
            "spark", spark.version(),
            "features", String.valueOf(Features.VERSION),
            "recipe", String.valueOf(RECIPE)));
  }

  private Map<String, ModelCard.Backtest> backtests(
      HeldOut outOfFold, HeldOut forward, Folds folds) {
    Backtests backtests = new Backtests(set);
    Map<String, ModelCard.Backtest> byMethod = new LinkedHashMap<>();
    Optional<ModelCard.Backtest> later =
        forward.rows().length == 0
            ? Optional.empty()
            : backtests.run(Method.PCC, forward, "time-forward");
    later
        .or(() -> backtests.run(Method.PCC, outOfFold, folds.how()))
        .ifPresent(backtest -> byMethod.put(Method.PCC.code(), backtest));
    backtests
        .run(Method.MAP_SLD, outOfFold, folds.how())
        .ifPresent(backtest -> byMethod.put(Method.MAP_SLD.code(), backtest));
    return byMethod;
  }

  private Map<String, ModelCard.Shift> shiftTerms(Map<String, ModelCard.Backtest> backtests) {
    Map<String, ModelCard.Shift> terms = new LinkedHashMap<>();
    terms.put(Method.NO_LABELS.code(), ShiftTerms.of(ShiftTerm.noLabels()));
    if (set.hasLabels()) {
      for (Method method : List.of(Method.PCC, Method.MAP_SLD)) {
        terms.put(
            method.code(),
            ShiftTerms.of(
                Optional.ofNullable(backtests.get(method.code()))
                    .map(ShiftTerms::of)
                    .orElseGet(ShiftTerm::neverSeen)));
      }
    }
    return terms;
  }

  private List<String> groupsWithHistory() {
    return set.rows().stream()
        .filter(row -> row.origin() == Origin.LABELS && !row.group().isEmpty())
        .collect(Collectors.groupingBy(LabelledText::group, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .filter(group -> group.getValue() >= HISTORY_ROWS)
        .map(Map.Entry::getKey)
        .toList();
  }

  private ModelCard.LabelFile labelFile(LabelFile file) {
    long rows = file.rows().stream().filter(row -> row.language().equals(set.language())).count();
    return new ModelCard.LabelFile(file.name(), file.sha256(), rows);
  }

  private String evaluationDigest(Folds folds) {
    Stream<String> judged =
        set.judges().stream()
            .mapToObj(
                row ->
                    folds.of(row)
                        + Digest.of(set.rows().get(row).text(), set.rows().get(row).label()));
    return Digest.brief(judged.toList());
  }

  private static List<Double> list(double[] values) {
    return IntStream.range(0, values.length).mapToObj(i -> values[i]).toList();
  }
}
