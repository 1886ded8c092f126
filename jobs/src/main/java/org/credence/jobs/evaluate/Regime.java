package org.credence.jobs.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.credence.models.ModelCard;
import org.credence.statistics.Bcts;
import org.credence.statistics.CellMethod;
import org.credence.statistics.CellQuantifier;
import org.credence.statistics.CellShift;

/**
 * How cells of one kind are estimated, learned from rows held out as such cells will be met.
 *
 * @param how the rows were held out
 * @param rows held out
 * @param groups judged
 * @param calibration BCTS of the posteriors
 * @param prior shares of the classes that calibrated posteriors assume
 * @param response row i, column j: mean calibrated posterior of class i among posts truly of j
 * @param method code of the method that serves
 * @param errors mean absolute error of each method over the judged groups, by code
 * @param relativeTau standard deviation of the shift of a share p over sqrt(p (1 - p)), per class
 * @param degreesOfFreedom what relativeTau rests on
 */
record Regime(
    String how,
    long rows,
    long groups,
    ModelCard.Calibration calibration,
    List<Double> prior,
    List<List<Double>> response,
    String method,
    Map<String, Double> errors,
    List<Double> relativeTau,
    double degreesOfFreedom) {

  Regime {
    prior = List.copyOf(prior);
    response = List.copyOf(response);
    relativeTau = List.copyOf(relativeTau);
  }

  /**
   * @param otherwise the method when no group can be judged
   */
  static Regime of(String how, HeldRows held, CellBacktest backtest, CellMethod otherwise) {
    CellQuantifier quantifier = CellQuantifier.fit(held.asPosteriors(), held.labels());
    Map<CellMethod, Double> errors = backtest.errors();
    CellMethod method =
        errors.entrySet().stream()
            .min(Comparator.comparingDouble(Map.Entry::getValue))
            .map(Map.Entry::getKey)
            .orElse(otherwise);
    Map<String, Double> byCode = new LinkedHashMap<>();
    errors.forEach((tested, error) -> byCode.put(tested.code(), error));
    CellShift shift = backtest.shift(method);
    return new Regime(
        how,
        held.size(),
        backtest.groups(),
        new ModelCard.Calibration(
            quantifier.calibration().slope(), list(quantifier.calibration().biases())),
        list(quantifier.prior()),
        Arrays.stream(quantifier.response()).map(Regime::list).toList(),
        method.code(),
        byCode,
        list(shift.relativeTau()),
        shift.degreesOfFreedom());
  }

  /** The same after somebody has labelled posts of the target itself. */
  Regime recalibrated(HeldRows audited, CellMethod audit) {
    CellQuantifier quantifier = quantifier().recalibrated(audited.asPosteriors(), audited.labels());
    return new Regime(
        "recalibrated on %d audited posts".formatted(audited.size()),
        audited.size(),
        groups,
        new ModelCard.Calibration(
            quantifier.calibration().slope(), list(quantifier.calibration().biases())),
        list(quantifier.prior()),
        Arrays.stream(quantifier.response()).map(Regime::list).toList(),
        audit.code(),
        errors,
        relativeTau,
        degreesOfFreedom);
  }

  Bcts bcts() {
    return new Bcts(calibration.slope(), array(calibration.biases()));
  }

  CellQuantifier quantifier() {
    List<double[]> rows = new ArrayList<>();
    response.forEach(row -> rows.add(array(row)));
    return new CellQuantifier(bcts(), array(prior), rows.toArray(double[][]::new));
  }

  CellMethod cellMethod() {
    return CellMethod.valueOf(method.toUpperCase(Locale.ROOT));
  }

  CellShift shift() {
    return new CellShift(array(relativeTau), degreesOfFreedom);
  }

  static List<Double> list(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
