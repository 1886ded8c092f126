package org.credence.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class VectorRegressionTest {

  private static final double C = 0.1;

  private final List<float[]> vectors = new ArrayList<>();
  private final List<Integer> labels = new ArrayList<>();

  /** The label is the first number's sign; the second is noise a hundred times as large. */
  VectorRegressionTest() {
    SplittableRandom random = new SplittableRandom(3);
    for (int row = 0; row < 400; row++) {
      float signal = (float) random.nextDouble(-1, 1);
      vectors.add(new float[] {signal, (float) random.nextDouble(-100, 100), 5});
      labels.add(signal > 0 ? 1 : 0);
    }
  }

  private VectorRegression regression() {
    double[] weights = new double[vectors.size()];
    Arrays.fill(weights, 1);
    return new VectorRegression(vectors, labels, weights, 2, C);
  }

  @Test
  void scaleAndConstantsPlayNoPart() {
    VectorClassifier model = regression().fit();

    assertThat(model.posterior(new float[] {0.9f, 99, 5})[1]).isGreaterThan(0.9);
    assertThat(model.posterior(new float[] {-0.9f, 99, 5})[1]).isLessThan(0.1);
    assertThat(model.posterior(new float[] {0, 0, 5}))
        .containsExactly(new double[] {0.5, 0.5}, within(0.05));
  }

  @Test
  void whatIsHeldOutIsNotLearned() {
    BitSet half = new BitSet();
    half.set(0, 200);
    double[][] heldOut = regression().heldOut(half);
    for (int row = 0; row < 200; row++) {
      labels.set(row, 1 - labels.get(row));
    }

    assertThat(regression().heldOut(half)).isDeepEqualTo(heldOut);
    assertThat(heldOut).hasNumberOfRows(200);
  }

  @Test
  void isKeptBehindAClassifierOfTexts() throws IOException {
    VectorClassifier model = regression().fit();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TextClassifierFile.write(model, out);
    byte[] bytes = out.toByteArray();

    VectorClassifier read =
        TextClassifierFile.readVectors(new ByteArrayInputStream(bytes)).orElseThrow();

    assertThat(read.posterior(vectors.get(0))).isEqualTo(model.posterior(vectors.get(0)));
    assertThat(TextClassifierFile.readVectors(new ByteArrayInputStream(new byte[0]))).isEmpty();
    assertThatThrownBy(
            () ->
                TextClassifierFile.readVectors(
                    new ByteArrayInputStream(Arrays.copyOf(bytes, bytes.length - 1))))
        .isInstanceOf(IOException.class);
  }

  /** sqrt(.8 x .5) to sqrt(.2 x .5) is 2 to 1. */
  @Test
  void twoOpinionsMeetInTheMiddleOfTheirOdds() {
    assertThat(VectorClassifier.geometricMean(new double[] {0.8, 0.2}, new double[] {0.5, 0.5}))
        .containsExactly(new double[] {2 / 3.0, 1 / 3.0}, within(1e-12));
    assertThat(VectorClassifier.geometricMean(new double[] {1, 0}, new double[] {0.5, 0.5})[0])
        .isCloseTo(1, within(1e-12));
  }
}
