package org.credence.jobs.train;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.credence.models.ModelCard;
import org.credence.models.ShiftTerms;
import org.credence.statistics.AuthorSample;
import org.credence.statistics.BacktestGroup;
import org.credence.statistics.Bcts;
import org.credence.statistics.EvidenceBuilder;
import org.credence.statistics.Figures;
import org.credence.statistics.FixedPoint;
import org.credence.statistics.Method;
import org.credence.statistics.Prevalence;
import org.credence.statistics.PrevalenceEstimator;
import org.credence.statistics.ShiftTerm;

/**
 * Estimates the shares of labelled groups as a night would and compares them with their labels.
 * Each group is calibrated on the other groups, so that its own labels play no part.
 */
final class Backtests {

  /** Below so many labels a group's own share is too noisy to tell a shift. */
  private static final int MINIMUM_ROWS = 100;

  private final TrainingSet set;

  Backtests(TrainingSet set) {
    this.set = set;
  }

  /**
   * @param how the rows were held out, for the card
   * @return nothing when fewer than two groups have rows enough
   */
  Optional<ModelCard.Backtest> run(Method method, HeldOut held, String how) {
    Map<String, BitSet> rowsOf = groups(held);
    List<ModelCard.Group> groups = new ArrayList<>();
    rowsOf.forEach(
        (name, rows) -> {
          if (rows.cardinality() >= MINIMUM_ROWS && rows.cardinality() < held.rows().length) {
            HeldOut group = held.only(rows, true);
            BacktestGroup result = judge(method, group, held.only(rows, false));
            groups.add(ShiftTerms.of(name, rows.cardinality(), result));
          }
        });
    return groups.size() < 2 ? Optional.empty() : Optional.of(new ModelCard.Backtest(how, groups));
  }

  private Map<String, BitSet> groups(HeldOut held) {
    Map<String, BitSet> groups = new TreeMap<>();
    for (int row : held.rows()) {
      String group = set.rows().get(row).group();
      if (!group.isEmpty()) {
        groups.computeIfAbsent(group, name -> new BitSet()).set(row);
      }
    }
    return groups;
  }

  private static BacktestGroup judge(Method method, HeldOut group, HeldOut others) {
    Bcts calibration = Bcts.fit(others.posteriors(), others.truth());
    EvidenceBuilder evidence = new EvidenceBuilder();
    for (double[] row : group.posteriors().rows()) {
      long[] ppm = FixedPoint.posterior(calibration.apply(row));
      evidence.addLone(FixedPoint.ONE, ppm[0], ppm[2]);
    }
    double[] parent = others.shares();
    Prevalence estimate =
        new PrevalenceEstimator(method, parent, ShiftTerm.noLabels())
            .estimate(evidence.build(), AuthorSample.EMPTY, parent)
            .orElseThrow();
    return new BacktestGroup(
        Figures.ofShares(group.shares()),
        Figures.of(figure -> estimate.get(figure).unshrunk()),
        Figures.of(figure -> estimate.get(figure).classificationVariance()));
  }
}
