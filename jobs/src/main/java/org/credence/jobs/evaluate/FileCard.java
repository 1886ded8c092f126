package org.credence.jobs.evaluate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.credence.models.ModelCard;
import org.jspecify.annotations.Nullable;

/**
 * What there is to know of a model trained from files: {@code card.json} beside it.
 *
 * @param name what it tells, such as sentiment
 * @param language ISO 639-1 code
 * @param content SHA-256 of {@code model.bin}
 * @param classes labels in the order of all arrays
 * @param labelFiles what it learned from
 * @param rowsOfOtherLanguages in these files, left out
 * @param counts rows by label
 * @param prior share of each class in training; the label shown divides by it
 * @param balancingPower power of the prior that macro-F1 is best with, chosen on held-out rows
 * @param inverseRegularisation C
 * @param lexiconFactor size of the lexicon sums beside the hashed blocks
 * @param groupFeature whether words are crossed with groups
 * @param groupsBalanced whether rows were weighted so that labels don't depend on groups
 * @param folds how rows were held out
 * @param evaluation on rows that the model of their fold had not seen
 * @param knownGroups groups that the regime {@link #known} is for
 * @param known how cells of known groups are estimated; of no rows when there are none
 * @param unseen how all other cells are estimated
 * @param embedding what makes the second opinion; null for none
 * @param seed of folds and backtests
 * @param versions of software and features
 */
record FileCard(
    String name,
    String language,
    String content,
    List<String> classes,
    List<ModelCard.LabelFile> labelFiles,
    long rowsOfOtherLanguages,
    Map<String, Long> counts,
    List<Double> prior,
    double balancingPower,
    double inverseRegularisation,
    double lexiconFactor,
    boolean groupFeature,
    boolean groupsBalanced,
    String folds,
    Judgement evaluation,
    List<String> knownGroups,
    Regime known,
    Regime unseen,
    @Nullable Embedding embedding,
    long seed,
    Map<String, String> versions) {

  static final String SENTIMENT = "sentiment";

  FileCard {
    classes = List.copyOf(classes);
    labelFiles = List.copyOf(labelFiles);
    prior = List.copyOf(prior);
    knownGroups = List.copyOf(knownGroups);
  }

  /**
   * A sentence transformer and the regression on its vectors.
   *
   * @param folder where it was in training
   * @param sha256 of the transformer and its tokenizer
   * @param width numbers of a vector
   * @param inverseRegularisation C
   */
  record Embedding(String folder, String sha256, int width, double inverseRegularisation) {}

  Optional<Embedding> embedded() {
    return Optional.ofNullable(embedding);
  }

  boolean knows(String group) {
    return knownGroups.contains(group);
  }

  /** The regime of a row or of a cell of this group. */
  Regime regime(String group) {
    return knows(group) ? known : unseen;
  }

  double[] priorArray() {
    return Regime.array(prior);
  }
}
