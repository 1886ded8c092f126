package org.credence.models;

import java.util.BitSet;
import java.util.List;
import org.apache.spark.ml.linalg.SparseVector;
import org.credence.text.Features;

/**
 * Multinomial logistic regression on texts with any labels, in memory and without Spark: the same
 * features, objective and optimiser as {@link SentimentRegression}. The same examples in the same
 * order give the same bits.
 */
public final class TextRegression {

  /**
   * Gradient norm at which a fit stops, as a share of that at its start. The objective is then
   * within a hundredth of its minimum, in half the passes that a tenth of this takes.
   */
  private static final double TOLERANCE = 1e-2;

  /**
   * What is chosen by validation.
   *
   * @param inverseRegularisation C: the penalty is {@code |coefficients|² / (2 C x weight of all
   *     rows)}
   * @param lexiconFactor size of the lexicon sums beside the hashed blocks
   * @param groupFeature whether words are crossed with groups
   */
  public record Settings(
      double inverseRegularisation, double lexiconFactor, boolean groupFeature) {}

  private final List<String> classes;
  private final Settings settings;
  private final TextVectors vectors;
  private final DesignMatrix matrix;
  private final FrequentFirst order;

  /**
   * @param language ISO 639-1 code: decides the lexicon
   * @param classes names in the order of the examples' labels
   * @param examples in an order that is the same next time
   */
  public TextRegression(
      String language, List<String> classes, List<Example> examples, Settings settings) {
    this.classes = List.copyOf(classes);
    this.settings = settings;
    this.vectors =
        TextVectors.of(language, examples, settings.lexiconFactor(), settings.groupFeature());
    this.matrix = new DesignMatrix(vectors.dimension(), classes.size());
    Features features = new Features();
    List<SparseVector> rows =
        examples.stream()
            .map(example -> vectors.vector(features.of(example.text()), example.group()))
            .toList();
    this.order = FrequentFirst.of(rows, vectors.dimension());
    for (int row = 0; row < rows.size(); row++) {
      Example example = examples.get(row);
      matrix.add(order.moved(rows.get(row)), example.label(), example.weight());
    }
  }

  /**
   * Fits on all rows but those wanted.
   *
   * @param wanted rows whose posteriors are asked for
   * @return rows x classes, in ascending order of row
   */
  public double[][] heldOut(BitSet wanted) {
    return matrix.posteriors(wanted, minimum(wanted));
  }

  /** Fits on all rows. */
  public TextClassifier fit() {
    return new TextClassifier(
        classes, vectors, order.restored(minimum(new BitSet()), classes.size()));
  }

  private double[] minimum(BitSet leftOut) {
    SoftmaxLoss loss = new SoftmaxLoss(matrix, leftOut, settings.inverseRegularisation());
    return new Lbfgs().minimise(loss, TOLERANCE);
  }
}
