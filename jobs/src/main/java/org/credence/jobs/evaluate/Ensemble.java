package org.credence.jobs.evaluate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.credence.embedding.SentenceEncoder;
import org.credence.models.TextClassifier;
import org.credence.models.VectorClassifier;
import org.credence.settings.Refusal;
import org.credence.text.Features;

/**
 * What a model says of a text: the posterior from its words, or the geometric mean of that with the
 * one from its embedding. Under the training prior, before calibration. For one thread.
 */
final class Ensemble implements AutoCloseable {

  private final TextClassifier words;
  private final Optional<Embedded> embedded;
  private final Features features = new Features();

  private record Embedded(SentenceEncoder encoder, VectorClassifier classifier) {}

  private Ensemble(TextClassifier words, Optional<Embedded> embedded) {
    this.words = words;
    this.embedded = embedded;
  }

  /**
   * @param folder of the embedding model; empty for where it was in training
   * @throws Refusal when the model was trained with another one, with none, or there is none
   */
  static Ensemble open(FileModel model, Optional<Path> folder) {
    Optional<FileCard.Embedding> trained = model.card().embedded();
    if (trained.isEmpty()) {
      folder.ifPresent(Ensemble::refuse);
      return new Ensemble(model.classifier(), Optional.empty());
    }
    Path place = folder.orElse(Path.of(trained.get().folder()));
    SentenceEncoder encoder = SentenceEncoder.open(place);
    if (!encoder.digest().equals(trained.get().sha256())) {
      encoder.close();
      throw Refusal.configuration(
          "The embedding model in " + place + " is not that of the training",
          "its SHA-256 is %s, the card names %s"
              .formatted(encoder.digest(), trained.get().sha256()),
          "Name the folder of the same embedding model with --embedding, or train anew.");
    }
    return new Ensemble(
        model.classifier(), Optional.of(new Embedded(encoder, model.vectors().orElseThrow())));
  }

  private static void refuse(Path folder) {
    throw Refusal.configuration(
        "The embedding model in " + folder + " can't be used",
        "the model was trained without one",
        "Leave --embedding out, or train with it.");
  }

  double[] posterior(String text, String group) {
    double[] ofWords = words.posterior(features, text, group);
    return embedded
        .map(
            second ->
                VectorClassifier.geometricMean(
                    ofWords, second.classifier().posterior(second.encoder().encode(text))))
        .orElse(ofWords);
  }

  /** In the order of the rows; embeddings are made by all cores. */
  List<double[]> posteriors(List<LabelledRow> rows) {
    List<Optional<double[]>> second =
        rows.stream()
            .parallel()
            .map(row -> embedded.map(e -> e.classifier().posterior(e.encoder().encode(row.text()))))
            .toList();
    List<double[]> posteriors = new java.util.ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      double[] ofWords = words.posterior(features, rows.get(i).text(), rows.get(i).group());
      posteriors.add(
          second
              .get(i)
              .map(other -> VectorClassifier.geometricMean(ofWords, other))
              .orElse(ofWords));
    }
    return posteriors;
  }

  @Override
  public void close() {
    embedded.ifPresent(second -> second.encoder().close());
  }
}
