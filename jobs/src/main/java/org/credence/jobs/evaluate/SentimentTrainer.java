package org.credence.jobs.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.credence.models.ModelCard;
import org.credence.models.TextClassifier;
import org.credence.models.TextRegression;
import org.credence.statistics.CellMethod;
import org.credence.text.Features;

/**
 * Trains a classifier from label files and finds out how far it can be trusted: fits with a fold
 * held out, one without the late rows of known groups, one on everything.
 */
public final class SentimentTrainer {

  private final Request request;

  /**
   * @param files label files
   * @param groupFeature whether words are crossed with groups
   * @param embedding folder of a sentence transformer, for a second opinion
   * @param seed of folds and backtests
   * @param version of this software
   */
  public record Request(
      List<Path> files,
      String language,
      boolean groupFeature,
      Optional<Path> embedding,
      long seed,
      String version) {
    public Request {
      files = List.copyOf(files);
    }
  }

  public SentimentTrainer(Request request) {
    this.request = request;
  }

  /**
   * Trains, and writes the model into a folder as a whole.
   *
   * @return what there is to tell
   */
  public Trained train(Path output) {
    FileModel.refuseToReplaceOthers(output);
    List<LabelledFile> files =
        request.files().stream()
            .map(file -> LabelledFile.read(file, request.language(), List.of()))
            .toList();
    Corpus corpus = Corpus.of(files);
    TextRegression.Settings settings = Recipe.of(corpus, request.groupFeature());
    double[] weights = weights(corpus);
    TextRegression regression =
        new TextRegression(
            request.language(), corpus.classes(), corpus.examples(weights), settings);
    Optional<EmbeddingStage> embedding =
        request.embedding().map(folder -> EmbeddingStage.of(folder, corpus, weights));
    Splits.Folds folds = Splits.folds(corpus, request.seed());
    BitSet late = Splits.late(corpus);
    List<BitSet> wanted = new ArrayList<>(folds.held());
    wanted.add(late);
    List<double[][]> posteriors =
        wanted.stream()
            .parallel()
            .map(
                rows ->
                    rows.isEmpty()
                        ? new double[0][]
                        : EmbeddingStage.both(embedding, rows, regression.heldOut(rows)))
            .toList();
    HeldRows outOfFold = outOfFold(corpus, folds, posteriors);
    HeldRows forward = held(corpus, late, posteriors.get(posteriors.size() - 1));
    TextClassifier classifier = regression.fit();
    FileModel model =
        FileModel.of(
            classifier,
            embedding.map(EmbeddingStage::fit),
            content ->
                card(
                    content,
                    files,
                    corpus,
                    settings,
                    embedding.map(EmbeddingStage::card),
                    folds,
                    outOfFold,
                    forward));
    model.save(output);
    return new Trained(output, model.card());
  }

  private double[] weights(Corpus corpus) {
    if (GroupBalance.helps(corpus, request.groupFeature())) {
      return GroupBalance.weights(corpus);
    }
    double[] ones = new double[corpus.rows().size()];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static HeldRows outOfFold(
      Corpus corpus, Splits.Folds folds, List<double[][]> posteriors) {
    Map<Integer, double[]> byRow = new TreeMap<>();
    for (int fold = 0; fold < folds.held().size(); fold++) {
      int[] rows = folds.held().get(fold).stream().toArray();
      for (int i = 0; i < rows.length; i++) {
        byRow.put(rows[i], posteriors.get(fold)[i]);
      }
    }
    BitSet all = new BitSet();
    all.set(0, corpus.rows().size());
    return held(corpus, all, byRow.values().toArray(double[][]::new));
  }

  private static HeldRows held(Corpus corpus, BitSet rows, double[][] posteriors) {
    HeldRows held = new HeldRows();
    int[] indices = rows.stream().toArray();
    for (int i = 0; i < indices.length; i++) {
      held.add(
          corpus.rows().get(indices[i]).group(), posteriors[i], corpus.labels().get(indices[i]));
    }
    return held;
  }

  private FileCard card(
      String content,
      List<LabelledFile> files,
      Corpus corpus,
      TextRegression.Settings settings,
      Optional<FileCard.Embedding> embedding,
      Splits.Folds folds,
      HeldRows outOfFold,
      HeldRows forward) {
    int classes = corpus.classes().size();
    Regime unseen =
        Regime.of(
            folds.how() + ", mixes redrawn",
            outOfFold,
            CellBacktest.redrawn(outOfFold, classes, request.seed()),
            CellMethod.MAP_SLD);
    boolean history = forward.size() > 0;
    HeldRows calibrated = calibrated(outOfFold, unseen);
    double power = Judgement.bestPower(calibrated, corpus.prior());
    Regime known =
        history
            ? Regime.of(
                "time-forward",
                forward,
                CellBacktest.asTheyAre(forward, classes),
                CellMethod.PCC_BCTS)
            : unseen;
    return new FileCard(
        FileCard.SENTIMENT,
        request.language(),
        content,
        corpus.classes(),
        files.stream().map(SentimentTrainer::labelFile).toList(),
        files.stream().mapToLong(LabelledFile::others).sum(),
        counts(corpus),
        Regime.list(corpus.prior()),
        power,
        settings.inverseRegularisation(),
        settings.lexiconFactor(),
        settings.groupFeature(),
        GroupBalance.helps(corpus, settings.groupFeature()),
        folds.how(),
        Judgement.of(calibrated, corpus.classes(), corpus.prior(), power),
        history ? knownGroups(corpus) : List.of(),
        known,
        unseen,
        embedding.orElse(null),
        request.seed(),
        new TreeMap<>(
            Map.of("credence", request.version(), "features", String.valueOf(Features.VERSION))));
  }

  private static HeldRows calibrated(HeldRows held, Regime regime) {
    HeldRows calibrated = new HeldRows();
    for (int i = 0; i < held.size(); i++) {
      calibrated.add(
          held.cells().get(i), regime.bcts().apply(held.posteriors().get(i)), held.truth().get(i));
    }
    return calibrated;
  }

  private static Map<String, Long> counts(Corpus corpus) {
    Map<String, Long> counts = new TreeMap<>();
    for (int c = 0; c < corpus.classes().size(); c++) {
      counts.put(corpus.classes().get(c), corpus.count(c));
    }
    return counts;
  }

  private static List<String> knownGroups(Corpus corpus) {
    return corpus.groups().entrySet().stream()
        .filter(group -> group.getValue().cardinality() >= Splits.HISTORY_ROWS)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static ModelCard.LabelFile labelFile(LabelledFile file) {
    return new ModelCard.LabelFile(
        String.valueOf(file.file().getFileName()), file.sha256(), file.rows().size());
  }
}
