package org.credence.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.credence.embedding.SentenceEncoder;
import org.credence.settings.Refusal;
import org.credence.testing.SmallTransformer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What an embedding adds: it knows words that no label file has. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedSentimentTest {

  private static final List<String> PLACES = List.of("branch", "counter", "shop", "desk", "office");
  private static final List<String> GOOD = List.of("kind", "friendly", "helpful", "polite");
  private static final List<String> BAD = List.of("rude", "hostile", "unhelpful", "arrogant");

  /** In no row and in no lexicon. */
  private static final List<String> NEW_GOOD = List.of("accommodating", "patient");

  private static final List<String> NEW_BAD = List.of("condescending", "intolerant");

  private Path folder = Path.of("");
  private Path transformer = Path.of("");
  private Path unheard = Path.of("");
  private Path model = Path.of("");

  @BeforeAll
  void train(@TempDir Path temporary) throws IOException {
    folder = temporary;
    transformer = SmallTransformer.in(folder.resolve("minilm"));
    unheard = write("unheard.tsv", NEW_GOOD, NEW_BAD);
    model = train("with", Optional.of(transformer));
  }

  private Path train(String name, Optional<Path> embedding) throws IOException {
    Path labels = write("labels.tsv", GOOD, BAD);
    Path output = folder.resolve(name);
    new SentimentTrainer(
            new SentimentTrainer.Request(List.of(labels), "en", false, embedding, 7, "a test"))
        .train(output);
    return output;
  }

  private Path write(String name, List<String> good, List<String> bad) throws IOException {
    StringBuilder rows = new StringBuilder(Corpora.HEADER);
    int id = 0;
    for (String place : PLACES) {
      for (int i = 0; i < good.size(); i++) {
        String text = "%d\ten\t\tThe people at the %s are %s.\t%s\n";
        rows.append(text.formatted(++id, place, good.get(i), "positive"));
        rows.append(text.formatted(++id, place, bad.get(i), "negative"));
      }
    }
    return Files.writeString(folder.resolve(name), rows);
  }

  private double recallOfTheUnheard(Path of) {
    Evaluated evaluated =
        SentimentEvaluator.evaluate(
            new SentimentEvaluator.Request(
                of, "en", unheard, List.of(), Optional.empty(), Optional.empty()));
    return (double) Objects.requireNonNull(evaluated.fields().get("macro_recall"));
  }

  @Test
  void itHelpsWhereWordsAreNew() throws IOException {
    FileCard.Embedding card = FileModel.load(model, "en").card().embedded().orElseThrow();

    assertThat(recallOfTheUnheard(model)).isGreaterThanOrEqualTo(0.9);
    assertThat(recallOfTheUnheard(train("without", Optional.empty()))).isLessThan(0.8);
    assertThat(card.width()).isEqualTo(384);
    assertThat(Files.readString(model.resolve("card.md")))
        .contains("on 384 numbers of the sentence transformer " + card.sha256());
  }

  @Test
  void scoresAreThoseOfTheEvaluation() throws IOException {
    Path output = folder.resolve("scored.tsv");

    SentimentScorer.score(model, "en", Optional.empty(), unheard, output);

    FileModel loaded = FileModel.load(model, "en");
    LabelledFile file = LabelledFile.read(unheard, "en", List.of());
    try (Ensemble ensemble = Ensemble.open(loaded, Optional.of(transformer))) {
      List<double[]> all = ensemble.posteriors(file.rows());
      String[] cells = Files.readAllLines(output).get(1).split("\t", -1);
      double[] shown = loaded.card().regime("").bcts().apply(all.get(0));
      assertThat(Double.parseDouble(cells[5])).isCloseTo(shown[0], within(1e-6));
      assertThat(ensemble.posterior(file.rows().get(0).text(), "")).isEqualTo(all.get(0));
    }
  }

  @Test
  void theSameRowsGiveTheSameBytes() throws IOException {
    assertThat(train("again", Optional.of(transformer)).resolve("model.bin"))
        .hasSameBinaryContentAs(model.resolve("model.bin"));
  }

  @Test
  void anotherTransformerIsRefused(@TempDir Path other) throws IOException {
    Files.createSymbolicLink(
        other.resolve(SentenceEncoder.MODEL), transformer.resolve(SentenceEncoder.MODEL));
    String tokenizer = Files.readString(transformer.resolve(SentenceEncoder.TOKENIZER));
    Files.writeString(other.resolve(SentenceEncoder.TOKENIZER), tokenizer + " ");
    FileModel with = FileModel.load(model, "en");
    FileModel without = FileModel.load(train("plain", Optional.empty()), "en");

    assertThatThrownBy(() -> Ensemble.open(with, Optional.of(other)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("is not that of the training");
    assertThatThrownBy(() -> Ensemble.open(without, Optional.of(transformer)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("was trained without one");
  }
}
