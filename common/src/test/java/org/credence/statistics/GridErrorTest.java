package org.credence.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The histogram against the posts themselves: net differs by less than 0.2 points. */
class GridErrorTest {

  private static final double TOLERANCE = .002;
  private static final double[] PRIOR = {.25, .45, .30};
  private static final double[] PARENT = {.4, .3, .3};

  /** From classifiers that know nothing (spread 0.3) to those that are sure of everything (8). */
  @ParameterizedTest
  @CsvSource({
    "0.3, 300",
    "1, 12",
    "1, 300",
    "1, 20000",
    "2, 12",
    "2, 300",
    "3, 300",
    "5, 300",
    "8, 12",
    "8, 300",
    "8, 20000"
  })
  void netIsThatOfThePosts(double spread, int posts) {
    Random random = new Random(11);
    for (double lean : new double[] {-1.5, 0, 1.5}) {
      double[][] rows = new double[posts][];
      double[] weights = new double[posts];
      EvidenceBuilder evidence = new EvidenceBuilder();
      for (int i = 0; i < posts; i++) {
        long weight = FixedPoint.of(1.0 / (1 + random.nextInt(3)));
        long[] p = FixedPoint.posterior(posterior(random, spread, lean));
        evidence.add(weight, p[0], p[2]);
        weights[i] = FixedPoint.toDouble(weight);
        rows[i] = new double[] {p[0] / 1e6, p[1] / 1e6, p[2] / 1e6};
      }
      Posteriors exact = new Posteriors(weights, rows);
      Posteriors histogram = evidence.build().posteriors();

      assertThat(net(new Quantifier.ProbabilisticClassifyAndCount(), histogram))
          .isCloseTo(net(new Quantifier.ProbabilisticClassifyAndCount(), exact), within(2e-6));
      Quantifier map = new Quantifier.MapSld(PRIOR, PARENT, 5);
      assertThat(net(map, histogram)).isCloseTo(net(map, exact), within(TOLERANCE));
    }
  }

  private static double net(Quantifier quantifier, Posteriors posteriors) {
    return Figure.NET.of(quantifier.estimate(posteriors));
  }

  private static double[] posterior(Random random, double spread, double lean) {
    double[] p = new double[3];
    double sum = 0;
    for (int j = 0; j < 3; j++) {
      p[j] = PRIOR[j] * Math.exp(spread * random.nextGaussian() + (j - 1) * lean);
      sum += p[j];
    }
    for (int j = 0; j < 3; j++) {
      p[j] /= sum;
    }
    return p;
  }
}
