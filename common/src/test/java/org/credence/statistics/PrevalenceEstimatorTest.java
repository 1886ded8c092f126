package org.credence.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PrevalenceEstimatorTest {

  private static final double[] PRIOR = {.25, .45, .30};
  private static final ShiftTerm SHIFT =
      new ShiftTerm(new Figures(.08, .07, .08, .14), 53, ShiftTerm.Basis.BACKTEST);

  /** Twenty people: ten of posterior (.8, .1, .1), ten of (.2, .1, .7). */
  private static final Evidence EVIDENCE = evidence(10);

  private static final AuthorSample AUTHORS = authors(10);

  @Test
  void halfWidthsAreThoseOfTheFormula() {
    double[] parent = {.5, .1, .4};
    Estimate net = estimate(Method.PCC, SHIFT, parent).get(Figure.NET);

    double classification = (10 * (.9 - .49) + 10 * (.9 - .25)) / 400;
    double sampling = 20.0 / 19 * 20 * .36 / 400;
    double t = 2.0057459953;
    assertThat(net.value()).isCloseTo(-.1, within(1e-9));
    assertThat(net.classificationVariance()).isCloseTo(classification, within(1e-9));
    assertThat(net.samplingVariance()).isCloseTo(sampling, within(1e-9));
    assertThat(net.posts().width())
        .isCloseTo(2 * t * Math.sqrt(classification + .14 * .14), within(1e-7));
    assertThat(net.conversation().width())
        .isCloseTo(2 * t * Math.sqrt(classification + sampling + .14 * .14), within(1e-7));
  }

  @Test
  void drawsSmallCellsTowardsTheirParentAndReachesThere() {
    double[] parent = {.1, .8, .1};
    Estimate neutral = estimate(Method.PCC, SHIFT, parent).get(Figure.NEUTRAL);

    assertThat(neutral.unshrunk()).isCloseTo(.1, within(1e-9));
    assertThat(neutral.value()).isCloseTo((20 * .1 + 5 * .8) / 25, within(1e-9));
    assertThat(neutral.posts().contains(neutral.value())).isTrue();
    assertThat(neutral.posts().contains(neutral.unshrunk())).isTrue();
  }

  @Test
  void reportedSharesSumToOneAndStayInRange() {
    for (Method method : Method.values()) {
      Prevalence prevalence = estimate(method, SHIFT, new double[] {0, 0, 1});
      double sum = 0;
      for (double share : prevalence.shares()) {
        assertThat(share).isBetween(0.0, 1.0);
        sum += share;
      }
      assertThat(sum).isCloseTo(1, within(1e-9));
      for (Figure figure : Figure.values()) {
        Estimate estimate = prevalence.get(figure);
        assertThat(estimate.posts().low()).isGreaterThanOrEqualTo(figure.lowest());
        assertThat(estimate.conversation().high()).isLessThanOrEqualTo(figure.highest());
        assertThat(estimate.conversation().width())
            .isGreaterThanOrEqualTo(estimate.posts().width());
      }
    }
  }

  @Test
  void withoutLabelsNearlyEverythingIsPossible() {
    Estimate net =
        estimate(Method.NO_LABELS, ShiftTerm.noLabels(), new double[] {.5, .1, .4}).get(Figure.NET);

    assertThat(net.posts()).isEqualTo(new Interval(-1, 1));
  }

  @Test
  void anEmptyCellHasNoEstimate() {
    assertThat(
            new PrevalenceEstimator(Method.PCC, PRIOR, SHIFT)
                .estimate(Evidence.NONE, AuthorSample.EMPTY, PRIOR))
        .isEmpty();
  }

  @Test
  void oneVoiceTellsNothingAboutOthers() {
    Prevalence one =
        new PrevalenceEstimator(Method.PCC, PRIOR, SHIFT)
            .estimate(evidence(1), AuthorSample.of(1, 4, 1_000_000, 0, 1_000_000), PRIOR)
            .orElseThrow();

    assertThat(one.get(Figure.NET).samplingVariance()).isEqualTo(1);
    assertThat(one.get(Figure.POSITIVE).samplingVariance()).isEqualTo(.25);
  }

  /** Simulated posts without any accent: the variances must be those seen over many cells. */
  @Test
  void variancesOfMapSldAreThoseOfRepeatedSampling() {
    SimulatedWorld world = new SimulatedWorld(99);
    SimulatedWorld.Brand brand = new SimulatedWorld.Brand(new double[] {.5, .3, .2}, new double[2]);
    PrevalenceEstimator estimator =
        new PrevalenceEstimator(Method.MAP_SLD, SimulatedWorld.TRAINING_PRIOR, SHIFT);
    double ofPosts = 0;
    double ofConversation = 0;
    double classification = 0;
    double sampling = 0;
    int cells = 400;
    for (int i = 0; i < cells; i++) {
      SimulatedWorld.Cell cell = world.cell(brand, 200);
      Estimate net =
          estimator
              .estimate(cell.evidence(), cell.authors(), brand.shares())
              .orElseThrow()
              .get(Figure.NET);
      ofPosts += Math.pow(net.value() - Figure.NET.of(cell.truth()), 2) / cells;
      ofConversation += Math.pow(net.value() + .3, 2) / cells;
      classification += net.classificationVariance() / cells;
      sampling += net.samplingVariance() / cells;
    }

    // A variance of 400 draws has a standard error of 7%; three of them, and the linearisation.
    assertThat(classification).isCloseTo(ofPosts, within(.25 * ofPosts));
    assertThat(sampling).isCloseTo(ofConversation, within(.25 * ofConversation));
  }

  @Test
  void tauIsWhatClassificationLeavesUnexplained() {
    Figures none = new Figures(0, 0, 0, 0);
    Figures variance = new Figures(.01, .01, .01, .02);
    List<BacktestGroup> groups =
        List.of(
            new BacktestGroup(none, new Figures(.1, .2, -.3, -.4), variance),
            new BacktestGroup(none, new Figures(-.1, .1, 0, .1), variance));

    ShiftTerm shift = ShiftTerm.fromBacktest(groups);

    assertThat(shift.tau().negative()).isCloseTo(0, within(1e-8));
    assertThat(shift.tau().neutral()).isCloseTo(Math.sqrt(.015), within(1e-12));
    assertThat(shift.tau().positive()).isCloseTo(Math.sqrt(.035), within(1e-12));
    assertThat(shift.tau().net()).isCloseTo(Math.sqrt(.065), within(1e-12));
    assertThat(shift.degreesOfFreedom()).isEqualTo(1);
    assertThatThrownBy(() -> ShiftTerm.fromBacktest(groups.subList(0, 1)))
        .hasMessageContaining("at least 2 groups");
    assertThat(Backtest.best(List.of(new Backtest(Method.PCC, groups))).absoluteError())
        .isCloseTo(.8 / 6, within(1e-12));
  }

  private static Prevalence estimate(Method method, ShiftTerm shift, double[] parent) {
    return new PrevalenceEstimator(method, PRIOR, shift)
        .estimate(EVIDENCE, AUTHORS, parent)
        .orElseThrow();
  }

  private static Evidence evidence(int pairs) {
    EvidenceBuilder evidence = new EvidenceBuilder();
    for (int i = 0; i < pairs; i++) {
      evidence.add(1_000_000, 800_000, 100_000).add(1_000_000, 200_000, 700_000);
    }
    return evidence.build();
  }

  private static AuthorSample authors(int pairs) {
    AuthorSampleBuilder authors = new AuthorSampleBuilder();
    for (int i = 0; i < pairs; i++) {
      authors.add(i, 4, 1_000_000, 800_000, 100_000);
      authors.add(1000 + i, 4, 1_000_000, 200_000, 700_000);
    }
    return authors.build();
  }
}
