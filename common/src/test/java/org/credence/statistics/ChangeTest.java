package org.credence.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeTest {

  private static final ShiftTerm NO_SHIFT =
      new ShiftTerm(new Figures(0, 0, 0, 0), 10, ShiftTerm.Basis.BACKTEST);

  @Test
  void comparesTheEstimatesByTheirSampling() {
    Change change =
        Change.between(estimate(.10, .0009), estimate(-.05, .0016), Figure.NET, NO_SHIFT, .95);

    assertThat(change.value()).isCloseTo(-.15, within(1e-12));
    // The standard error is .05, three of them: p of a normal distribution.
    assertThat(change.p()).isCloseTo(.0027, within(.0001));
    assertThat(change.interval().low()).isCloseTo(-.15 - 1.96 * .05, within(1e-4));
    assertThat(change.interval().high()).isCloseTo(-.15 + 1.96 * .05, within(1e-4));
  }

  @Test
  void theShiftThatDoesNotCancelMakesItLessSure() {
    ShiftTerm shift =
        new ShiftTerm(new Figures(.1, .1, .1, .12), 4, ShiftTerm.Basis.BACKTEST).ofChange(91);

    Change change =
        Change.between(estimate(.10, .0009), estimate(-.05, .0016), Figure.NET, shift, .95);

    // Half of the variance of the shift is left twice: tau of the change is tau.
    assertThat(shift.tau().net()).isCloseTo(.12, within(1e-12));
    // Variance .0025 + .0144 = .13²; the share of tau squared makes 4 degrees of freedom 5.5.
    assertThat(change.p())
        .isCloseTo(new StudentT(4 / Math.pow(.0144 / .0169, 2)).outside(.15 / .13), within(1e-9));
  }

  @Test
  void noLabelsNoAlarm() {
    Change change =
        Change.between(
            estimate(.9, .0001),
            estimate(-.9, .0001),
            Figure.NET,
            ShiftTerm.noLabels().ofChange(91),
            .95);

    assertThat(change.p()).isGreaterThan(.05);
  }

  @Test
  void aFamilyOfChangesShareOneRateOfFalseAlarms() {
    // Thresholds .0125, .025, .0375, .05: the second is the last below its own.
    assertThat(BenjaminiHochberg.rejected(new double[] {.3, .024, .001, .04}, .05))
        .containsExactly(false, true, true, false);
    // A late one below its threshold carries earlier ones above theirs.
    assertThat(BenjaminiHochberg.rejected(new double[] {.02, .03, .037, .9}, .05))
        .containsExactly(true, true, true, false);
    assertThat(Change.toldFromNoise(List.of(change(.04), change(.6))))
        .containsExactly(false, false);
    assertThat(Change.toldFromNoise(List.of(change(.02), change(.6)))).containsExactly(true, false);
    assertThat(Change.toldFromNoise(List.of())).isEmpty();
  }

  private static Change change(double p) {
    return new Change(.1, new Interval(0, .2), p);
  }

  private static Estimate estimate(double value, double samplingVariance) {
    Interval anything = new Interval(-1, 1);
    return new Estimate(value, value, .01, samplingVariance, 1, anything, anything);
  }
}
