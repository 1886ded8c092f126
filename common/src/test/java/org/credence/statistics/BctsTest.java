package org.credence.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
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
