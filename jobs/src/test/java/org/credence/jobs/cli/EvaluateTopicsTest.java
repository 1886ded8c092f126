package org.credence.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateTopicsTest {

  private static final List<List<String>> THEMES =
      List.of(
          List.of("bank", "loan", "fee", "card", "rate", "credit", "branch", "queue"),
          List.of("match", "goal", "team", "coach", "cup", "league", "fan", "stadium"),
          List.of("rain", "storm", "wind", "snow", "cloud", "forecast", "flood", "sun"));

  @TempDir Path root;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void measuresPlantedTopics() throws IOException {
    String file = planted().toString();
    assertThat(run("evaluate", "topics", "--input", file, "--topics", "3", "--json")).isZero();

    JsonNode answer = new ObjectMapper().readTree(out.toString());
    assertThat(answer.get("command").asText()).isEqualTo("evaluate topics");
    assertThat(answer.get("nmi").asDouble()).isEqualTo(1);
    assertThat(answer.get("purity").asDouble()).isEqualTo(1);
    assertThat(answer.get("diversity").asDouble()).isEqualTo(1);
    assertThat(answer.get("npmi").asDouble()).isBetween(0.2, 1.0);
    assertThat(answer.get("npmi_held_out").asDouble()).isBetween(0.2, 1.0);
    assertThat(answer.get("seconds").asDouble()).isPositive();
    assertThat(answer.get("topics")).hasSize(3);
    assertThat(answer.get("topics").get(0)).hasSize(8);
  }

  @Test
  void tellsAPersonTheSame() throws IOException {
    String file = planted().toString();
    assertThat(run("evaluate", "topics", "--input", file, "--topics", "3")).isZero();
    assertThat(out.toString()).contains("npmi_held_out", "nmi                  1.000", "stadium");
  }

  @Test
  void refusesWhatItCannotDo() throws IOException {
    String absent = root.resolve("absent.tsv").toString();
    assertThat(run("evaluate", "topics", "--input", absent, "--topics", "3")).isEqualTo(2);
    assertThat(err.toString()).contains("there is no such file");
    assertThat(run("evaluate", "topics", "--input", planted().toString(), "--topics", "0"))
        .isEqualTo(2);
    assertThat(run("evaluate", "topics", "--topics", "3")).isEqualTo(2);
    assertThat(run("evaluate", "topcis")).isEqualTo(2);
    assertThat(err.toString()).contains("Unknown command topcis", "Did you mean topics?");
  }

  @Test
  void aRefusalIsAlsoOneObjectOfJson() throws IOException {
    String absent = root.resolve("absent.tsv").toString();
    assertThat(run("evaluate", "topics", "--input", absent, "--topics", "3", "--json"))
        .isEqualTo(2);
    JsonNode answer = new ObjectMapper().readTree(out.toString());
    assertThat(answer.get("command").asText()).isEqualTo("evaluate topics");
    assertThat(answer.get("cause").asText()).isEqualTo("there is no such file");
  }

  @Test
  void explainsItself() {
    assertThat(run("help", "evaluate", "topics")).isZero();
    assertThat(out.toString())
        .contains("Usage: credence evaluate topics", "--input", "--topics", "--seed", "--json")
        .contains("Example:", "credence evaluate topics --input");
  }

  private Path planted() throws IOException {
    SplittableRandom random = new SplittableRandom(4);
    StringBuilder rows = new StringBuilder("id\tlanguage\tgroup\ttext\tlabel\n");
    for (int post = 0; post < 240; post++) {
      rows.append(post).append("\ten\tacme\tThe");
      for (int word = 0; word < 5; word++) {
        rows.append(' ').append(THEMES.get(post % 3).get(random.nextInt(8)));
      }
      rows.append('\t').append("theme").append(post % 3).append('\n');
    }
    return Files.writeString(root.resolve("planted.tsv"), rows);
  }

  private int run(String... arguments) {
    return Credence.run(
        List.of(arguments),
        new Console(new PrintWriter(out), new PrintWriter(err), OptionalInt.empty()));
  }
}
