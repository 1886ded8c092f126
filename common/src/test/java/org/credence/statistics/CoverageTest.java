package org.credence.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Twenty simulated worlds of 4 brands × 8 weeks: do intervals cover, do alarms ring?
 *
 * <p>The band for coverage is 93 to 99% and not tighter, because a brand's accent stays for all its
 * weeks: 640 cells are worth little more than the 80 brands in them, and 95% of 80 has a standard
 * error of 2.4%. Over 200 seeds the same code covers 95% by either method.
 */
class CoverageTest {

  private static final int SEEDS = 20;
  private static final int WEEKS = 8;
  private static final int CRISIS_BRAND = 1;
  private static final int CRISIS_WEEK = 5;
  private static final double FALL = .55;
  private static final int[] VOICES = {300, 300, 60, 600};

  private int cells;
  private int covered;
  private int quiet;
  private int quietFlagged;
  private int crises;
  private int crisesFlagged;

  @ParameterizedTest
  @CsvSource({"PCC, false", "PCC, true", "MAP_SLD, false", "MAP_SLD, true"})
  void intervalsCoverAndAlarmsRing(Method method, boolean changesBacktested) {
    for (int seed = 1; seed <= SEEDS; seed++) {
      live(new SimulatedWorld(seed), method, changesBacktested);
    }

    assertThat(cells).isEqualTo(SEEDS * 4 * WEEKS);
    assertThat(100.0 * covered / cells).isBetween(93.0, 99.0);
    assertThat(100.0 * quietFlagged / quiet).isLessThanOrEqualTo(5);
    assertThat(crisesFlagged).isEqualTo(crises).isEqualTo(SEEDS);
  }

  private void live(SimulatedWorld world, Method method, boolean changesBacktested) {
    List<BacktestGroup> groups = new ArrayList<>();
    List<BacktestGroup> steps = new ArrayList<>();
    backtest(world, method, groups, steps);
    ShiftTerm shift = ShiftTerm.fromBacktest(groups);
    ShiftTerm ofChange = changesBacktested ? ShiftTerm.fromBacktest(steps) : shift.ofChange(7);
    List<List<Change>> families = new ArrayList<>();
    for (int week = 1; week < WEEKS; week++) {
      families.add(new ArrayList<>());
    }
    for (int brand = 0; brand < VOICES.length; brand++) {
      List<Prevalence> weeks = weeks(world, brand, new Estimating(method, shift));
      for (int week = 1; week < WEEKS; week++) {
        families
            .get(week - 1)
            .add(
                Change.between(
                    weeks.get(week - 1).get(Figure.NET),
                    weeks.get(week).get(Figure.NET),
                    Figure.NET,
                    ofChange,
                    .95));
      }
    }
    for (int week = 1; week < WEEKS; week++) {
      count(week, Change.toldFromNoise(families.get(week - 1)));
    }
  }

  /** Twenty other brands of which two weeks are labelled. */
  private static void backtest(
      SimulatedWorld world, Method method, List<BacktestGroup> groups, List<BacktestGroup> steps) {
    Estimating estimating = new Estimating(method, ShiftTerm.noLabels());
    for (int i = 0; i < 20; i++) {
      SimulatedWorld.Brand brand = world.brand();
      List<BacktestGroup> weeks = new ArrayList<>();
      for (int week = 0; week < 2; week++) {
        SimulatedWorld.Cell cell = world.cell(brand, 300);
        weeks.add(
            BacktestGroup.of(cell.truth(), estimating.of(cell, SimulatedWorld.TRAINING_PRIOR)));
      }
      groups.add(weeks.get(0));
      steps.add(weeks.get(0).changeTo(weeks.get(1)));
    }
  }

  private List<Prevalence> weeks(SimulatedWorld world, int number, Estimating estimating) {
    SimulatedWorld.Brand brand = world.brand();
    double netBefore = Figure.NET.of(brand.shares());
    SimulatedWorld.Brand inCrisis = brand.inCrisis(FALL / (1 + netBefore));
    List<SimulatedWorld.Cell> cellsOfBrand = new ArrayList<>();
    Evidence whole = Evidence.NONE;
    for (int week = 0; week < WEEKS; week++) {
      boolean crisis = number == CRISIS_BRAND && week >= CRISIS_WEEK;
      SimulatedWorld.Cell cell = world.cell(crisis ? inCrisis : brand, VOICES[number]);
      cellsOfBrand.add(cell);
      whole = whole.plus(cell.evidence());
    }
    double[] parent =
        estimating
            .of(
                new SimulatedWorld.Cell(whole, AuthorSample.EMPTY, brand.shares()),
                SimulatedWorld.TRAINING_PRIOR)
            .shares();
    List<Prevalence> weeks = new ArrayList<>();
    for (SimulatedWorld.Cell cell : cellsOfBrand) {
      Prevalence prevalence = estimating.of(cell, parent);
      cells++;
      if (prevalence.get(Figure.NET).posts().contains(Figure.NET.of(cell.truth()))) {
        covered++;
      }
      weeks.add(prevalence);
    }
    return weeks;
  }

  private void count(int week, List<Boolean> told) {
    for (int brand = 0; brand < told.size(); brand++) {
      int flagged = told.get(brand) ? 1 : 0;
      if (brand == CRISIS_BRAND && week == CRISIS_WEEK) {
        crises++;
        crisesFlagged += flagged;
      } else {
        quiet++;
        quietFlagged += flagged;
      }
    }
  }

  private record Estimating(Method method, ShiftTerm shift) {
    Prevalence of(SimulatedWorld.Cell cell, double[] parent) {
      return new PrevalenceEstimator(method, SimulatedWorld.TRAINING_PRIOR, shift)
          .estimate(cell.evidence(), cell.authors(), parent)
          .orElseThrow();
    }
  }
}
