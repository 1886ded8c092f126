package org.credence.jobs.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.credence.jobs.StageResult;
import org.credence.models.ModelCard;

/** What was trained and what serves now. */
public record TrainResult(List<Language> languages) implements StageResult {

  public TrainResult {
    languages = List.copyOf(languages);
  }

  /**
   * One language.
   *
   * @param outcome trained, kept (by the gate, or as a person has rolled back what would be
   *     trained), unchanged (the same rows as the model that serves) or unscored (nothing to learn
   *     from)
   * @param reason of the gate, or why there is no model
   * @param card of the candidate, if one was trained; else the champion's; none when unscored
   */
  public record Language(
      String code, Outcome outcome, String reason, java.util.Optional<ModelCard> card) {

    Map<String, Object> figures() {
      Map<String, Object> figures = new LinkedHashMap<>();
      figures.put("outcome", outcome.id());
      figures.put("reason", reason);
      card.ifPresent(
          model -> {
            figures.put("version", model.version());
            figures.put("content", model.content());
            model
                .sources()
                .forEach(
                    source ->
                        figures.put(
                            "rows_from_" + source.kind(),
                            source.counts().stream().mapToLong(Long::longValue).sum()));
            figures.put("folds", model.evaluation().folds());
            figures.put("macro_f1", model.evaluation().macroF1());
            figures.put("macro_recall", model.evaluation().macroRecall());
            figures.put("calibration_error", model.evaluation().ece());
            figures.put("labels", model.hasLabels() ? "yes" : model.note());
          });
      return figures;
    }

    String summary() {
      return code
          + " "
          + outcome.id()
          + card.map(
                  model ->
                      String.format(
                          Locale.ROOT,
                          " %s, macro-F1 %.1f%s",
                          model.version(),
                          100 * model.evaluation().macroF1(),
                          model.hasLabels() ? "" : ", " + model.note()))
              .orElse("")
          + (outcome == Outcome.KEPT ? " (" + reason + ")" : "");
    }
  }

  /** What became of a language. */
  public enum Outcome {
    TRAINED,
    KEPT,
    UNCHANGED,
    UNSCORED;

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    languages.forEach(language -> figures.put(language.code(), language.figures()));
    return figures;
  }

  @Override
  public String summary() {
    return languages.stream().map(Language::summary).collect(Collectors.joining("; "));
  }
}
