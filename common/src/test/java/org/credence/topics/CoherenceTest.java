package org.credence.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Against what gensim says of the same posts: {@code npmi_by_gensim.py} beside the table. */
class CoherenceTest {

  private final List<String[]> rows = rows();
  private final Corpus corpus = Corpus.of(posts());

  @Test
  void equalsGensim() {
    List<int[]> topics = new ArrayList<>();
    for (String[] row : rows) {
      if (row[0].equals("topic")) {
        topics.add(numbers(row[1]));
        assertThat(Coherence.npmi(corpus, topics.subList(topics.size() - 1, topics.size())))
            .isCloseTo(Double.parseDouble(row[2]), within(1e-12));
      }
    }
    assertThat(topics).hasSize(5);
    assertThat(Coherence.npmi(corpus, topics)).isCloseTo(value("mean"), within(1e-12));
  }

  @Test
  void hasNoPairInATopicOfOneWord() {
    assertThat(Coherence.npmi(corpus, List.of(numbers("bank")))).isZero();
    assertThat(Coherence.npmi(corpus, List.of())).isZero();
  }

  private double value(String name) {
    return rows.stream()
        .filter(row -> row[0].equals(name))
        .mapToDouble(row -> Double.parseDouble(row[row.length - 1]))
        .sum();
  }

  private List<List<String>> posts() {
    return rows.stream()
        .filter(row -> row[0].equals("post"))
        .map(row -> List.of(row[1].split(" ")))
        .toList();
  }

  private int[] numbers(String words) {
    return Arrays.stream(words.split(" "))
        .mapToInt(
            word ->
                IntStream.iterate(0, number -> number + 1)
                    .filter(number -> corpus.word(number).equals(word))
                    .findFirst()
                    .orElseThrow())
        .toArray();
  }

  private static List<String[]> rows() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(CoherenceTest.class.getResourceAsStream("npmi.tsv")),
                StandardCharsets.UTF_8))) {
      return reader.lines().map(line -> line.split("\t")).toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
