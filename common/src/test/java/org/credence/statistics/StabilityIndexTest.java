package org.credence.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StabilityIndexTest {

  @Test
  void isNoneBetweenTheSameAndTheSumOfBothDivergencesElse() {
    double[] even = {.5, .5};
    double[] uneven = {.8, .2};

    assertThat(StabilityIndex.of(even, even)).isZero();
    // .3 ln(.8 / .5) - .3 ln(.2 / .5) = .3 ln 4
    assertThat(StabilityIndex.of(even, uneven)).isCloseTo(.3 * Math.log(4), within(1e-12));
    assertThat(StabilityIndex.of(uneven, even)).isCloseTo(.3 * Math.log(4), within(1e-12));
  }

  @Test
  void anEmptyBinIsNoInfiniteSurprise() {
    // .5 moves to 1 and .5 to .001 at the least.
    double expected = .5 * Math.log(2) + .499 * Math.log(500);

    assertThat(StabilityIndex.of(new double[] {.5, .5}, new double[] {1, 0}))
        .isCloseTo(expected, within(1e-12));
  }

  @Test
  void histogramsOfEvidenceAndOfPosteriorsAgree() {
    double[][] rows = {{.93, .05, .02}, {.02, .05, .93}, {.21, .58, .21}, {.21, .58, .21}};
    Evidence evidence =
        Evidence.of(1_000_000, 930_000, 20_000)
            .plus(Evidence.of(1_000_000, 20_000, 930_000))
            .plus(Evidence.of(2_000_000, 210_000, 210_000));

    double[] expected = {.25, 0, 0, 0, 0, .5, 0, 0, 0, 0, .25};

    assertThat(NetHistogram.shares(Posteriors.of(rows))).containsExactly(expected);
    assertThat(NetHistogram.shares(NetHistogram.of(evidence))).containsExactly(expected);
  }
}
