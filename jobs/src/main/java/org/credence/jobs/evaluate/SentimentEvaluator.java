package org.credence.jobs.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.credence.settings.Refusal;
import org.credence.statistics.CellMethod;
import org.credence.statistics.CellQuantifier;
import org.credence.statistics.CellShares;
import org.credence.statistics.Interval;
import org.credence.statistics.ShareError;

/** Measures a model on a labelled file: row by row, and by the shares of its cells. */
public final class SentimentEvaluator {

  /** Fewer audited posts repair less than their noise breaks. */
  private static final int LEAST_AUDITED = 30;

  private final FileModel model;
  private final Ensemble ensemble;
  private final Request request;

  /**
   * @param model folder of the model
   * @param groupBy columns whose values together name a cell; none for no cells
   * @param audited labelled posts of the same target, to recalibrate on
   * @param embedding folder of the embedding model; empty for where it was in training
   */
  public record Request(
      Path model,
      String language,
      Path input,
      List<String> groupBy,
      Optional<Path> audited,
      Optional<Path> embedding) {
    public Request {
      groupBy = List.copyOf(groupBy);
    }
  }

  private SentimentEvaluator(FileModel model, Ensemble ensemble, Request request) {
    this.model = model;
    this.ensemble = ensemble;
    this.request = request;
  }

  public static Evaluated evaluate(Request request) {
    FileModel model = FileModel.load(request.model(), request.language());
    try (Ensemble ensemble = Ensemble.open(model, request.embedding())) {
      return new SentimentEvaluator(model, ensemble, request).evaluate();
    }
  }

  /**
   * One row as the model sees it.
   *
   * @param known whether its group is known
   */
  private record Seen(String cell, boolean known, double[] raw, int truth) {}

  private Evaluated evaluate() {
    LabelledFile file = LabelledFile.read(request.input(), request.language(), request.groupBy());
    List<Seen> rows = seen(file);
    Optional<HeldRows> audited =
        request
            .audited()
            .map(path -> held(seen(LabelledFile.read(path, request.language(), List.of()))));
    audited.ifPresent(SentimentEvaluator::refuseFew);
    Regimes regimes = new Regimes(model.card(), audited);
    HeldRows calibrated = new HeldRows();
    for (Seen row : rows) {
      calibrated.add(row.cell(), regimes.of(row.known()).bcts().apply(row.raw()), row.truth());
    }
    double[] prior = model.card().priorArray();
    return new Evaluated(
        model.card().classes(),
        file.others(),
        Judgement.of(calibrated, model.card().classes(), prior, model.card().balancingPower()),
        request.groupBy().isEmpty() ? List.of() : cells(rows, regimes));
  }

  private static void refuseFew(HeldRows audited) {
    if (audited.size() < LEAST_AUDITED) {
      throw Refusal.configuration(
          "Can't recalibrate on %d audited posts".formatted(audited.size()),
          "that takes %d".formatted(LEAST_AUDITED),
          "Label more, or leave --audit-labels out.");
    }
  }

  private List<Seen> seen(LabelledFile file) {
    file.rows().forEach(row -> refuseUnknown(row, file));
    List<double[]> posteriors = ensemble.posteriors(file.rows());
    List<Seen> seen = new ArrayList<>();
    for (int i = 0; i < posteriors.size(); i++) {
      LabelledRow row = file.rows().get(i);
      int truth = model.card().classes().indexOf(row.label());
      seen.add(new Seen(row.cell(), model.card().knows(row.group()), posteriors.get(i), truth));
    }
    return seen;
  }

  private void refuseUnknown(LabelledRow row, LabelledFile file) {
    if (!model.card().classes().contains(row.label())) {
      throw TextTable.refusal(
          file.file(),
          "has an unknown label",
          "the model tells %s apart, row %s says %s"
              .formatted(String.join(", ", model.card().classes()), row.id(), row.label()),
          "Correct the label or take the row out.");
    }
  }

  private static HeldRows held(List<Seen> rows) {
    HeldRows held = new HeldRows();
    rows.forEach(row -> held.add(row.cell(), row.raw(), row.truth()));
    return held;
  }

  private List<Evaluated.Cell> cells(List<Seen> rows, Regimes regimes) {
    Map<String, List<Seen>> byCell = new TreeMap<>();
    rows.forEach(row -> byCell.computeIfAbsent(row.cell(), name -> new ArrayList<>()).add(row));
    HeldRows pool = held(rows);
    CellQuantifier known = regimes.of(true).quantifier();
    CellQuantifier unseen = regimes.of(false).quantifier();
    double[] knownParent = regimes.parent(known, pool);
    double[] unseenParent = regimes.parent(unseen, pool);
    List<Evaluated.Cell> cells = new ArrayList<>();
    byCell.forEach(
        (name, members) -> {
          boolean isKnown = members.stream().allMatch(Seen::known);
          Regime regime = regimes.of(isKnown);
          HeldRows cell = held(members);
          CellShares estimate =
              (isKnown ? known : unseen)
                  .estimate(
                      regime.cellMethod(),
                      cell.asPosteriors(),
                      isKnown ? knownParent : unseenParent);
          cells.add(cell(name, isKnown, regime, cell, estimate));
        });
    return cells;
  }

  private Evaluated.Cell cell(
      String name, boolean known, Regime regime, HeldRows rows, CellShares estimate) {
    int classes = model.card().classes().size();
    double[] truth = rows.shares(classes);
    List<Interval> intervals = new ArrayList<>();
    for (int c = 0; c < classes; c++) {
      intervals.add(estimate.interval(c, regime.shift()));
    }
    return new Evaluated.Cell(
        name,
        rows.size(),
        known,
        regime.method(),
        Regime.list(truth),
        Regime.list(estimate.shares()),
        intervals,
        ShareError.of(truth, estimate.shares(), rows.size()));
  }

  /** The regimes of the card, or what an audit makes of them. */
  private record Regimes(Regime known, Regime unseen, boolean isAudited) {

    Regimes(FileCard card, Optional<HeldRows> audited) {
      this(
          audited
              .map(rows -> card.known().recalibrated(rows, CellMethod.PCC_BCTS))
              .orElse(card.known()),
          audited
              .map(rows -> card.unseen().recalibrated(rows, CellMethod.MAP_SLD))
              .orElse(card.unseen()),
          audited.isPresent());
    }

    Regime of(boolean isKnown) {
      return isKnown ? known : unseen;
    }

    /** Audited posts have the target's own mix, so the mean of posteriors holds for it. */
    double[] parent(CellQuantifier quantifier, HeldRows pool) {
      return isAudited
          ? quantifier
              .estimate(CellMethod.PCC_BCTS, pool.asPosteriors(), quantifier.prior())
              .shares()
          : quantifier.parent(pool.asPosteriors());
    }
  }
}
