package org.credence.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.credence.settings.Refusal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Trains once, then scores and measures. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SentimentFilesTest {

  private Path folder = Path.of("");
  private Path model = Path.of("");

  @BeforeAll
  void train(@TempDir Path shared) throws IOException {
    folder = shared;
    model = train(Corpora.write(folder.resolve("labels.tsv"), 0, 8, 1), "model");
  }

  private Path train(Path labels, String name) {
    Path output = folder.resolve(name);
    new SentimentTrainer(
            new SentimentTrainer.Request(
                List.of(labels), "en", true, Optional.empty(), 7, "a test"))
        .train(output);
    return output;
  }

  @Test
  void theSameRowsAndSeedGiveTheSameBytes() throws IOException {
    List<String> rows = Files.readAllLines(folder.resolve("labels.tsv"));
    Path turned = folder.resolve("turned.tsv");
    Files.writeString(turned, rows.get(0) + "\n");
    for (int i = rows.size() - 1; i > 0; i--) {
      Files.writeString(turned, rows.get(i) + "\n", java.nio.file.StandardOpenOption.APPEND);
    }

    Path again = train(turned, "again");

    assertThat(again.resolve("model.bin")).hasSameBinaryContentAs(model.resolve("model.bin"));
    FileCard one = FileModel.load(model, "en").card();
    FileCard other = FileModel.load(again, "en").card();
    assertThat(other.evaluation()).isEqualTo(one.evaluation());
    assertThat(other.known()).isEqualTo(one.known());
    assertThat(Files.readString(again.resolve("card.md")))
        .contains("| turned.tsv | 480 |", "## Known groups (8)", "3 folds by group");
  }

  @Test
  void aModelThatIsReplacedLeavesNothingElse() throws IOException {
    train(folder.resolve("labels.tsv"), "twice");
    train(folder.resolve("labels.tsv"), "twice");

    try (Stream<Path> children = Files.list(folder)) {
      assertThat(children.map(path -> path.getFileName().toString()))
          .contains("twice")
          .noneMatch(name -> name.startsWith("."));
    }
  }

  @Test
  void scoresKeepTheRowsAndAddPosteriors() throws IOException {
    Path input = folder.resolve("in.csv");
    Files.writeString(
        input,
        "id,text,language,more\n"
            + "1,\"lovely, great thing\",en,a\n"
            + "2,bonjour,fr,\n"
            + "3,lousy broken,en,c\n");
    Path output = folder.resolve("out.csv");

    SentimentScorer.Scored scored =
        SentimentScorer.score(model, "en", Optional.empty(), input, output);

    assertThat(scored).isEqualTo(new SentimentScorer.Scored(3, 2));
    List<String> lines = Files.readAllLines(output);
    assertThat(lines.get(0))
        .isEqualTo("id,text,language,more,p_negative,p_neutral,p_positive,label_shown");
    assertThat(lines.get(1)).startsWith("1,\"lovely, great thing\",en,a,").endsWith(",positive");
    assertThat(lines.get(2)).isEqualTo("2,bonjour,fr,,,,,");
    String[] cells = lines.get(3).split(",");
    assertThat(cells[7]).isEqualTo("negative");
    assertThat(
            Double.parseDouble(cells[4])
                + Double.parseDouble(cells[5])
                + Double.parseDouble(cells[6]))
        .isCloseTo(1, within(2e-6));
  }

  @Test
  void nothingIsHalfWrittenWhenARowIsRefused() throws IOException {
    Path input = Files.writeString(folder.resolve("late.tsv"), "id\ttext\n1\tfine\n2\t \n");
    Path output = Files.writeString(folder.resolve("old.tsv"), "as before");

    assertThatThrownBy(() -> SentimentScorer.score(model, "en", Optional.empty(), input, output))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("has an empty text in line 3");
    assertThat(output).hasContent("as before");
    assertThat(folder.resolve(".old.tsv.new")).doesNotExist();
  }

  @Test
  void knownGroupsAndNewOnesAreEstimatedByTheMethodOfTheirBacktest() throws IOException {
    FileCard card = FileModel.load(model, "en").card();
    Path test = Corpora.write(folder.resolve("test.tsv"), 4, 8, 3);

    JsonNode answer = json(evaluate(test, Optional.empty()));

    assertThat(card.known().how()).isEqualTo("time-forward");
    assertThat(card.known().errors()).hasSize(5);
    assertThat(answer.path("macro_recall").asDouble()).isBetween(0.7, 0.95);
    assertThat(answer.path("n").asInt()).isEqualTo(480);
    assertThat(answer.path("groups")).hasSize(8);
    for (JsonNode group : answer.path("groups")) {
      boolean known = group.path("known").asBoolean();
      assertThat(known).isEqualTo(card.knows(group.path("group").asText()));
      assertThat(group.path("method").asText())
          .isEqualTo(known ? card.known().method() : card.unseen().method());
    }
    assertThat(answer.path("mean").path("ae").asDouble()).isLessThan(0.1);
    assertThat(answer.path("mean").path("coverage").asDouble()).isGreaterThan(0.85);
  }

  @Test
  void anAuditRepairsPartOfAShift() throws IOException {
    Path test = folder.resolve("turned-labels.tsv");
    Path plain = Corpora.write(folder.resolve("plain.tsv"), 20, 6, 5);
    String swapped =
        Files.readString(plain)
            .replace("\tneutral\n", "\tn\n")
            .replace("\tpositive\n", "\tneutral\n")
            .replace("\tn\n", "\tpositive\n");
    Files.writeString(test, swapped);

    double before = mean(evaluate(test, Optional.empty()), "ae");
    double after = mean(evaluate(test, Optional.of(test)), "ae");

    assertThat(before).isGreaterThan(0.1);
    assertThat(after).isLessThan(0.7 * before);
  }

  @Test
  void whatIsNoModelIsRefused() throws IOException {
    assertThatThrownBy(() -> FileModel.load(folder, "en")).hasMessageContaining("is no model");
    assertThatThrownBy(() -> FileModel.load(model, "fr")).hasMessageContaining("it is for en");
    Path broken = Files.createDirectories(folder.resolve("broken"));
    Files.copy(model.resolve("card.json"), broken.resolve("card.json"));
    Files.writeString(broken.resolve("model.bin"), "short");
    assertThatThrownBy(() -> FileModel.load(broken, "en")).hasMessageContaining("is damaged");
    assertThatThrownBy(() -> train(folder.resolve("labels.tsv"), ""))
        .hasMessageContaining("it exists and is no model");
  }

  private Evaluated evaluate(Path input, Optional<Path> audited) {
    return SentimentEvaluator.evaluate(
        new SentimentEvaluator.Request(
            model, "en", input, List.of("group"), audited, Optional.empty()));
  }

  private static double mean(Evaluated evaluated, String figure) {
    return json(evaluated).path("mean").path(figure).asDouble();
  }

  private static JsonNode json(Evaluated evaluated) {
    return new ObjectMapper().valueToTree(evaluated.fields());
  }
}
