package org.credence.jobs.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.credence.jobs.Night;
import org.credence.jobs.Progress;
import org.credence.jobs.Stage;
import org.credence.jobs.StageMain;
import org.credence.jobs.train.TrainResult.Language;
import org.credence.jobs.train.TrainResult.Outcome;
import org.credence.lake.Posts;
import org.credence.models.Gate;
import org.credence.models.ModelCard;
import org.credence.models.ModelStore;
import org.credence.models.NotWorse;
import org.credence.settings.CredenceSettings;
import org.credence.settings.CredenceSettings.Training;
import org.credence.settings.CredenceSettings.Weights;

/**
 * Trains the sentiment models of the configured languages.
 *
 * <p>Reads label files and {@code posts}; writes the model store. A language without anything to
 * learn from keeps no model, and its posts stay unscored.
 */
public final class TrainJob implements Stage {

  private final Gate gate = new NotWorse();

  /** For spark-submit; the options are those of {@code credence train}. */
  public static void main(String[] options) {
    StageMain.run("train", options);
  }

  @Override
  public String name() {
    return "train";
  }

  @Override
  public TrainResult run(Night night) {
    CredenceSettings settings = night.settings().credence();
    List<LabelFile> files = labelFiles(night, settings.training());
    List<LabelledText> rows = new ArrayList<>();
    files.forEach(file -> rows.addAll(file.rows()));
    rows.addAll(weakLabels(night, settings, rows));
    ModelStore store = new ModelStore(night.models());
    List<Language> languages = new ArrayList<>();
    for (String code : settings.languages()) {
      TrainingSet set = TrainingSet.of(code, rows, settings.training().weights());
      night.progress().step("training %s on %,d texts".formatted(code, set.rows().size()));
      Language language = train(night, store, files, set, settings.seed());
      night.progress().note(language.summary());
      languages.add(language);
    }
    return new TrainResult(languages);
  }

  private Language train(
      Night night, ModelStore store, List<LabelFile> files, TrainingSet set, long seed) {
    String code = set.language();
    if (!set.suffices()) {
      return new Language(
          code, Outcome.UNSCORED, "no text of every class to learn from", Optional.empty());
    }
    SentimentTraining training = new SentimentTraining(set, seed);
    Optional<ModelCard> champion = store.champion(SentimentTraining.NAME, code);
    if (!night.force()
        && champion.filter(c -> c.version().equals(training.version())).isPresent()) {
      return new Language(code, Outcome.UNCHANGED, "the same texts and settings", champion);
    }
    if (!night.force()
        && store.withdrawn(SentimentTraining.NAME, code).contains(training.version())) {
      return new Language(
          code,
          Outcome.KEPT,
          "version " + training.version() + " was rolled back; --force lets it serve again",
          champion);
    }
    SentimentTraining.Trained trained = training.train(night.spark(), files);
    store.save(trained.card(), trained.pipeline());
    Gate.Verdict verdict = gate.judge(trained.card(), champion);
    if (verdict instanceof Gate.Verdict.Promote) {
      store.promote(trained.card());
      return new Language(code, Outcome.TRAINED, verdict.reason(), Optional.of(trained.card()));
    }
    return new Language(code, Outcome.KEPT, verdict.reason(), Optional.of(trained.card()));
  }

  private static List<LabelFile> labelFiles(Night night, Training training) {
    Progress progress = night.progress();
    List<LabelFile> files = new ArrayList<>();
    for (String location : training.labels()) {
      LabelFile file = LabelFileReader.read(night.settings().location(location), night.hadoop());
      progress.note(
          String.format(Locale.ROOT, "%s: %,d labelled texts", file.name(), file.rows().size()));
      files.add(file);
    }
    return files;
  }

  private static List<LabelledText> weakLabels(
      Night night, CredenceSettings settings, List<LabelledText> labelled) {
    Weights weights = settings.training().weights();
    if (weights.stars() == 0 && weights.emoji() == 0) {
      return List.of();
    }
    night.progress().step("looking for stars and emoji");
    return new WeakLabels(settings.languages(), settings.seed(), settings.training().maximumRows())
        .of(night.lake().read(Posts.TABLE), labelled);
  }
}
