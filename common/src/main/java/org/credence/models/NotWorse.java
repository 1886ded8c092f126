package org.credence.models;

import java.util.Locale;
import java.util.Optional;
import org.credence.models.ModelCard.Evaluation;

/**
 * Promotes a candidate that tells more than chance and, when both were judged on the same rows and
 * folds, is not worse than the champion. Figures on other rows are not compared.
 */
public final class NotWorse implements Gate {

  /** Macro recall that always guessing one class gives. */
  private static final double CHANCE = 1.0 / LinearHead.CLASSES;

  /** About one standard error of macro-F1 on a thousand rows is .015; a third of it is noise. */
  private static final double SLACK = 0.005;

  @Override
  public Verdict judge(ModelCard candidate, Optional<ModelCard> champion) {
    Evaluation now = candidate.evaluation();
    if (now.macroRecall() <= CHANCE + SLACK) {
      return new Verdict.Keep(
          text("macro recall %.3f is no better than chance", now.macroRecall()));
    }
    if (champion.isEmpty()) {
      return new Verdict.Promote("the first model of this language");
    }
    Evaluation before = champion.get().evaluation();
    if (!now.digest().equals(before.digest())) {
      return new Verdict.Promote("judged on other rows than the champion, which can't be compared");
    }
    String figures =
        text(
            "macro-F1 %.3f after %.3f, calibration error %.3f after %.3f",
            now.macroF1(), before.macroF1(), now.ece(), before.ece());
    boolean worse =
        now.macroF1() < before.macroF1() - SLACK || now.ece() > before.ece() + 2 * SLACK;
    return worse ? new Verdict.Keep(figures) : new Verdict.Promote(figures);
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
