package org.credence.jobs.evaluate;

import java.util.Locale;
import java.util.Map;
import org.credence.models.ModelCard;

/** A card in Markdown. */
final class CardPage {

  private CardPage() {}

  static String of(FileCard card) {
    Judgement held = card.evaluation();
    StringBuilder page = new StringBuilder();
    line(page, "# %s of %s", card.name(), card.language());
    line(page, "");
    line(page, "Model %s, seed %d, versions %s.", card.content(), card.seed(), card.versions());
    line(
        page,
        "Multinomial logistic regression, C %s, lexicon factor %s, %s.",
        card.inverseRegularisation(),
        card.lexiconFactor(),
        card.groupFeature()
            ? "words crossed with groups"
            : card.groupsBalanced()
                ? "rows weighted so that labels don't depend on groups"
                : "groups play no part");
    card.embedded()
        .ifPresent(
            second ->
                line(
                    page,
                    "Geometric mean with a regression (C %s) on %d numbers of the sentence"
                        + " transformer %s.",
                    second.inverseRegularisation(),
                    second.width(),
                    second.sha256()));
    line(page, "");
    line(page, "| label file | rows | SHA-256 |");
    line(page, "|---|---|---|");
    for (ModelCard.LabelFile file : card.labelFiles()) {
      line(page, "| %s | %d | %s |", file.file(), file.rows(), file.sha256());
    }
    line(page, "");
    line(page, "Rows in other languages, left out: %d.", card.rowsOfOtherLanguages());
    line(page, "");
    line(
        page,
        "Held out (%s), %d rows: macro recall %.3f of the label shown (largest posterior over"
            + " prior), macro-F1 %.3f of the largest posterior over prior to the power %s, accuracy"
            + " %.3f of the most probable class, calibration error %.3f.",
        card.folds(),
        held.rows(),
        held.macroRecall(),
        held.macroF1(),
        card.balancingPower(),
        held.accuracy(),
        held.calibrationError());
    line(page, "");
    line(page, "| label | rows | training prior | precision | recall | F1 |");
    line(page, "|---|---|---|---|---|---|");
    for (int c = 0; c < card.classes().size(); c++) {
      Judgement.PerClass figures =
          java.util.Objects.requireNonNull(held.perClass().get(card.classes().get(c)));
      line(
          page,
          "| %s | %d | %.3f | %.3f | %.3f | %.3f |",
          card.classes().get(c),
          figures.rows(),
          card.prior().get(c),
          figures.precision(),
          figures.recall(),
          figures.f1());
    }
    line(page, "");
    regime(page, "Groups never seen", card.unseen());
    if (!card.knownGroups().isEmpty()) {
      regime(page, "Known groups (%d)".formatted(card.knownGroups().size()), card.known());
    }
    return page.toString();
  }

  private static void regime(StringBuilder page, String title, Regime regime) {
    line(page, "## %s", title);
    line(page, "");
    line(
        page,
        "Shares by %s; intervals add %s x sqrt(p (1 - p)) with %s degrees of freedom. Learned from"
            + " %d rows, %d groups judged: %s.",
        regime.method(),
        regime.relativeTau().stream().map(tau -> String.format(Locale.ROOT, "%.3f", tau)).toList(),
        regime.degreesOfFreedom(),
        regime.rows(),
        regime.groups(),
        regime.how());
    line(page, "");
    if (!regime.errors().isEmpty()) {
      line(page, "| method | mean absolute error |");
      line(page, "|---|---|");
      for (Map.Entry<String, Double> error : regime.errors().entrySet()) {
        line(page, "| %s | %.4f |", error.getKey(), error.getValue());
      }
      line(page, "");
    }
  }

  private static void line(StringBuilder page, String format, Object... values) {
    page.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
