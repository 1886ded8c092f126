package org.credence.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BctsTest {

  /** Labels drawn from posteriors, which then are made overconfident and biased on purpose. */
  @Test
  void findsTheDistortionThatWasPutIn() {
    Random random = new Random(5);
    int rows = 40_000;
    double[][] distorted = new double[rows][];
    int[] truth = new int[rows];
    // log p' = 2 (log p + bias): undone by slope 1/2 and the biases reversed.
    Bcts distortion = new Bcts(2, new double[] {0, .8, -.4});
    for (int i = 0; i < rows; i++) {
      double[] p = draw(random);
      double at = random.nextDouble();
      truth[i] = at < p[0] ? 0 : at < p[0] + p[1] ? 1 : 2;
      distorted[i] = distortion.apply(p);
    }
    Posteriors held = Posteriors.of(distorted);

    Bcts fitted = Bcts.fit(held, truth);

    // 40,000 rows leave standard errors of about .01.
    assertThat(fitted.slope()).isCloseTo(.5, within(.03));
    assertThat(fitted.biases()).containsExactly(new double[] {0, -.4, .2}, within(.05));
    assertThat(CalibrationError.expected(held, truth)).isGreaterThan(.1);
    assertThat(CalibrationError.expected(fitted.apply(held), truth)).isLessThan(.015);
  }

  /** Ten thousand labels outweigh the calibration of before, ten don't. */
  @Test
  void anotherTargetMovesItAsFarAsItsLabelsTell() {
    Bcts before = new Bcts(.8, new double[] {0, .5});
    double[] even = {.5, .5};
    Random random = new Random(6);

    Bcts few = before.towards(flipped(random, 10), labels(10), even, even);
    Bcts many = before.towards(flipped(random, 10_000), labels(10_000), even, even);

    assertThat(few.slope()).isCloseTo(.8, within(.1));
    assertThat(few.biases()[1]).isCloseTo(.5, within(.3));
    assertThat(many.slope()).isCloseTo(1, within(.1));
    assertThat(many.biases()[1]).isCloseTo(0, within(.1));
  }

  /** Bayes: where the second class is nine times as frequent, its bias is the higher by log 9. */
  @Test
  void anotherTargetBeginsFromItsOwnMix() {
    Posteriors one = Posteriors.of(new double[][] {{.5, .5}});

    Bcts moved =
        Bcts.identity(2).towards(one, new int[] {1}, new double[] {.5, .5}, new double[] {.1, .9});

    // One label more of the likely class moves the mode by (1 - .9) / 10 at the most.
    assertThat(moved.biases()[1]).isCloseTo(Math.log(9), within(.011));
  }

  /** Calibrated posteriors of two classes that take turns. */
  private static Posteriors flipped(Random random, int rows) {
    double[][] posteriors = new double[rows][];
    for (int i = 0; i < rows; i++) {
      // Beta(2, 1) of the true class and Beta(1, 2) of the other make the share of it p.
      double right = Math.sqrt(random.nextDouble());
      posteriors[i] = new double[] {right, 1 - right};
      if (i % 2 == 1) {
        posteriors[i] = new double[] {1 - right, right};
      }
    }
    return Posteriors.of(posteriors);
  }

  private static int[] labels(int rows) {
    return IntStream.range(0, rows).map(i -> i % 2).toArray();
  }

  @Test
  void leavesCalibratedPosteriorsAlone() {
    assertThat(Bcts.identity(3).apply(new double[] {.2, .3, .5}))
        .containsExactly(new double[] {.2, .3, .5}, within(1e-12));
  }

  @Test
  void survivesAClassifierThatIsAlwaysRight() {
    Posteriors held = Posteriors.of(new double[][] {{1, 0}, {0, 1}, {.9, .1}});

    Bcts fitted = Bcts.fit(held, new int[] {0, 1, 0});

    assertThat(fitted.slope()).isFinite().isPositive();
    assertThat(fitted.apply(new double[] {.9, .1})[0]).isGreaterThan(.9);
  }

  @Test
  void calibrationErrorIsTheMeanGapOverBins() {
    // Bin .8: two of three right; bin .6: none of one.
    Posteriors posts =
        Posteriors.of(new double[][] {{.81, .19}, {.82, .18}, {.83, .17}, {.61, .39}});

    double gaps = Math.abs(2 - .81 - .82 - .83) + .61;
    assertThat(CalibrationError.expected(posts, new int[] {0, 0, 1, 1}))
        .isCloseTo(gaps / 4, within(1e-12));
  }

  private static double[] draw(Random random) {
    double[] scores = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
    double sum = 0;
    for (int j = 0; j < 3; j++) {
      scores[j] = Math.exp(1.3 * scores[j]);
      sum += scores[j];
    }
    for (int j = 0; j < 3; j++) {
      scores[j] /= sum;
    }
    return scores;
  }
}
