package org.credence.jobs.evaluate;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What training wrote, for whoever asked for it. */
public final class Trained {

  private final Path folder;
  private final FileCard card;

  Trained(Path folder, FileCard card) {
    this.folder = folder;
    this.card = card;
  }

  /** A few lines for a person. */
  public String lines() {
    Judgement held = card.evaluation();
    return String.format(
        Locale.ROOT,
        """
        Model   %s (%,d rows, %s)
        Card    %s
        Held out (%s): macro recall %.1f, macro-F1 %.1f, accuracy %.1f\
        """,
        folder,
        held.rows(),
        String.join(", ", card.classes()),
        folder.resolve("card.md"),
        card.folds(),
        100 * held.macroRecall(),
        100 * held.macroF1(),
        100 * held.accuracy());
  }

  public Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("model", folder.toString());
    fields.put("language", card.language());
    fields.put("content", card.content());
    fields.put("rows", card.evaluation().rows());
    fields.put("rows_of_other_languages", card.rowsOfOtherLanguages());
    fields.put("labels", card.counts());
    fields.put("folds", card.folds());
    fields.put("macro_recall", card.evaluation().macroRecall());
    fields.put("macro_f1", card.evaluation().macroF1());
    fields.put("accuracy", card.evaluation().accuracy());
    fields.put("calibration_error", card.evaluation().calibrationError());
    return fields;
  }
}
