package org.credence.jobs.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.credence.statistics.Interval;
import org.credence.statistics.ShareError;

/** What a model did on a labelled file, in words and as fields. */
public final class Evaluated {

  private final List<String> classes;
  private final long others;
  private final Judgement judgement;
  private final List<Cell> cells;

  /**
   * The shares of one cell.
   *
   * @param known whether all its rows are of groups that training knew
   * @param truth labelled shares, in the order of the classes
   * @param intervals 95%, of the share among the cell's own posts
   */
  record Cell(
      String name,
      long n,
      boolean known,
      String method,
      List<Double> truth,
      List<Double> estimate,
      List<Interval> intervals,
      ShareError error) {

    /** Share of the classes whose interval holds the truth. */
    double coverage() {
      int held = 0;
      for (int c = 0; c < truth.size(); c++) {
        held += intervals.get(c).contains(truth.get(c)) ? 1 : 0;
      }
      return (double) held / truth.size();
    }

    double width() {
      return intervals.stream().mapToDouble(Interval::width).average().orElse(0);
    }
  }

  Evaluated(List<String> classes, long others, Judgement judgement, List<Cell> cells) {
    this.classes = classes;
    this.others = others;
    this.judgement = judgement;
    this.cells = cells;
  }

  public String lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d rows: macro recall %.1f (label shown), macro-F1 %.1f (balanced), accuracy %.1f"
                + " (most probable), calibration error %.3f",
            judgement.rows(),
            100 * judgement.macroRecall(),
            100 * judgement.macroF1(),
            100 * judgement.accuracy(),
            judgement.calibrationError()));
    judgement
        .perClass()
        .forEach(
            (label, of) ->
                lines.add(
                    String.format(
                        Locale.ROOT,
                        "  %-16s %,8d rows  precision %.3f  recall %.3f  F1 %.3f",
                        label,
                        of.rows(),
                        of.precision(),
                        of.recall(),
                        of.f1())));
    if (!cells.isEmpty()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%,d groups: AE %.4f, KLD %.4f, RAE %.3f, coverage %.3f, width %.3f",
              cells.size(),
              mean(cell -> cell.error().ae()),
              mean(cell -> cell.error().kld()),
              mean(cell -> cell.error().rae()),
              mean(Cell::coverage),
              mean(Cell::width)));
    }
    return String.join(System.lineSeparator(), lines);
  }

  public Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("n", judgement.rows());
    fields.put("rows_of_other_languages", others);
    fields.put("macro_recall", judgement.macroRecall());
    fields.put("macro_f1", judgement.macroF1());
    fields.put("accuracy", judgement.accuracy());
    fields.put("calibration_error", judgement.calibrationError());
    fields.put("label_shown", figures(judgement.decisions().labelShown()));
    fields.put("most_probable", figures(judgement.decisions().mostProbable()));
    fields.put("balanced", figures(judgement.decisions().balanced()));
    fields.put("per_class", perClass());
    fields.put("labels", classes);
    fields.put("confusion", judgement.confusion());
    if (!cells.isEmpty()) {
      fields.put("groups", cells.stream().map(this::fields).toList());
      fields.put("mean", means());
    }
    return fields;
  }

  private static Map<String, Object> figures(Judgement.Figures figures) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("macro_recall", figures.macroRecall());
    fields.put("macro_f1", figures.macroF1());
    fields.put("accuracy", figures.accuracy());
    return fields;
  }

  private Map<String, Object> perClass() {
    Map<String, Object> fields = new LinkedHashMap<>();
    judgement
        .perClass()
        .forEach(
            (label, of) -> {
              Map<String, Object> figures = new LinkedHashMap<>();
              figures.put("n", of.rows());
              figures.put("precision", of.precision());
              figures.put("recall", of.recall());
              figures.put("f1", of.f1());
              fields.put(label, figures);
            });
    return fields;
  }

  private Map<String, Object> fields(Cell cell) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("group", cell.name());
    fields.put("n", cell.n());
    fields.put("known", cell.known());
    fields.put("method", cell.method());
    Map<String, Object> intervals = new LinkedHashMap<>();
    Map<String, Object> truth = new LinkedHashMap<>();
    Map<String, Object> estimate = new LinkedHashMap<>();
    for (int c = 0; c < classes.size(); c++) {
      truth.put(classes.get(c), cell.truth().get(c));
      estimate.put(classes.get(c), cell.estimate().get(c));
      Interval interval = cell.intervals().get(c);
      intervals.put(classes.get(c), List.of(interval.low(), interval.high()));
    }
    fields.put("truth", truth);
    fields.put("estimate", estimate);
    fields.put("interval", intervals);
    fields.put("ae", cell.error().ae());
    fields.put("kld", cell.error().kld());
    fields.put("rae", cell.error().rae());
    fields.put("coverage", cell.coverage());
    fields.put("width", cell.width());
    return fields;
  }

  private Map<String, Object> means() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("groups", cells.size());
    fields.put("ae", mean(cell -> cell.error().ae()));
    fields.put("kld", mean(cell -> cell.error().kld()));
    fields.put("rae", mean(cell -> cell.error().rae()));
    fields.put("coverage", mean(Cell::coverage));
    fields.put("width", mean(Cell::width));
    return fields;
  }

  private double mean(ToDoubleFunction<Cell> figure) {
    return cells.stream().mapToDouble(figure).average().orElse(0);
  }
}
