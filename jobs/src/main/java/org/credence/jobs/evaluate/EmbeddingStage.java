package org.credence.jobs.evaluate;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.credence.embedding.SentenceEncoder;
import org.credence.models.VectorClassifier;
import org.credence.models.VectorRegression;

/** The second opinion of a training: a regression on embeddings of the same rows. */
final class EmbeddingStage {

  private final VectorRegression regression;
  private final FileCard.Embedding card;

  private EmbeddingStage(VectorRegression regression, FileCard.Embedding card) {
    this.regression = regression;
    this.card = card;
  }

  /**
   * @param folder of a sentence transformer
   * @param weights one for each row
   */
  static EmbeddingStage of(Path folder, Corpus corpus, double[] weights) {
    try (SentenceEncoder encoder = SentenceEncoder.open(folder)) {
      List<float[]> vectors =
          corpus.rows().stream().parallel().map(row -> encoder.encode(row.text())).toList();
      double c = Recipe.inverseRegularisationOfVectors(corpus);
      return new EmbeddingStage(
          new VectorRegression(vectors, corpus.labels(), weights, corpus.classes().size(), c),
          new FileCard.Embedding(
              folder.toAbsolutePath().normalize().toString(),
              encoder.digest(),
              encoder.width(),
              c));
    }
  }

  FileCard.Embedding card() {
    return card;
  }

  /** The posteriors of words made into those of both. */
  static double[][] both(Optional<EmbeddingStage> stage, BitSet rows, double[][] ofWords) {
    if (stage.isEmpty() || rows.isEmpty()) {
      return ofWords;
    }
    double[][] ofVectors = stage.get().regression.heldOut(rows);
    double[][] both = new double[ofWords.length][];
    for (int i = 0; i < both.length; i++) {
      both[i] = VectorClassifier.geometricMean(ofWords[i], ofVectors[i]);
    }
    return both;
  }

  VectorClassifier fit() {
    return regression.fit();
  }
}
