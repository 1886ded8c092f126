package org.credence.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.credence.statistics.CellShift.Tested;
import org.junit.jupiter.api.Test;

class ShareErrorTest {

  /** With eps = 1 / 100: p = (.41, .61) / 1.02, q = (.51, .51) / 1.02. */
  @Test
  void errorsAreThoseOfQuaPy() {
    ShareError error = ShareError.of(new double[] {.4, .6}, new double[] {.5, .5}, 50);

    assertThat(error.ae()).isCloseTo(.1, within(1e-12));
    assertThat(error.kld())
        .isCloseTo((.41 * Math.log(.41 / .51) + .61 * Math.log(.61 / .51)) / 1.02, within(1e-12));
    assertThat(error.rae()).isCloseTo((.1 / .41 + .1 / .61) / 2, within(1e-12));
    assertThat(ShareError.of(new double[] {0, 1}, new double[] {0, 1}, 10).kld()).isZero();
  }

  /**
   * Errors of .2 and -.1 with variance .005 each: .035 and .005 in excess, over a spread of .25 .14
   * and .02, mean .08 with a standard error of .06.
   */
  @Test
  void aShiftIsWhatVarianceDoesNotExplain() {
    CellShift shift =
        CellShift.of(
            List.of(
                new Tested(new double[] {.3, .7}, shares(.5)),
                new Tested(new double[] {.6, .4}, shares(.5))));

    assertThat(shift.relativeTau()[0]).isCloseTo(Math.sqrt(.14), within(1e-12));
    assertThat(shift.degreesOfFreedom()).isEqualTo(1);
    Interval interval = shares(.5).interval(0, new CellShift(new double[] {0, 0}, 1e6));
    assertThat(interval.width()).isCloseTo(2 * 1.959964 * Math.sqrt(.005), within(1e-5));
  }

  @Test
  void theShiftOfAShareGrowsWithItsSpread() {
    CellShift shift = new CellShift(new double[] {.2, .2}, 1e6);
    CellShares even = new CellShares(new double[] {.5, .5}, new double[2]);
    CellShares uneven = new CellShares(new double[] {.2, .8}, new double[2]);
    CellShares none = new CellShares(new double[] {0, 1}, new double[2]);

    assertThat(even.interval(0, shift).width()).isCloseTo(2 * 1.959964 * .1, within(1e-5));
    assertThat(uneven.interval(0, shift).width()).isCloseTo(2 * 1.959964 * .08, within(1e-5));
    assertThat(none.interval(0, shift).high()).isCloseTo(1.959964 * .02, within(1e-5));
  }

  /** Two in three of 300 posts are of class 0, where one in two of the training was. */
  @Test
  void methodsForAShiftFindItWhereTheMeanDoesNot() {
    double[][] held = new double[200][];
    int[] truth = new int[200];
    for (int i = 0; i < 200; i++) {
      truth[i] = i % 2;
      boolean right = i % 10 > 1;
      held[i] = right == (truth[i] == 0) ? new double[] {.8, .2} : new double[] {.2, .8};
    }
    double[][] target = new double[300][];
    for (int i = 0; i < 300; i++) {
      target[i] = i < 180 ? new double[] {.8, .2} : new double[] {.2, .8};
    }
    CellQuantifier quantifier = CellQuantifier.fit(Posteriors.of(held), truth);
    Posteriors cell = Posteriors.of(target);
    double[] parent = quantifier.parent(cell);

    assertThat(parent[0]).isCloseTo(2.0 / 3, within(.01));
    assertThat(share(quantifier, CellMethod.PCC, cell)).isCloseTo(.56, within(1e-9));
    assertThat(share(quantifier, CellMethod.MAP_SLD, cell)).isCloseTo(2.0 / 3, within(.01));
    assertThat(share(quantifier, CellMethod.SLD, cell)).isCloseTo(2.0 / 3, within(.01));
  }

  private static double share(CellQuantifier quantifier, CellMethod method, Posteriors cell) {
    return quantifier.estimate(method, cell, quantifier.parent(cell)).shares()[0];
  }

  private static CellShares shares(double first) {
    return new CellShares(new double[] {first, 1 - first}, new double[] {.005, .005});
  }
}
