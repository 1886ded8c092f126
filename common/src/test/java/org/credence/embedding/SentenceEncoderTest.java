package org.credence.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.credence.settings.Refusal;
import org.credence.testing.SmallTransformer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SentenceEncoderTest {

  private static final String PRAISE = "The branch staff were kind and quick.";

  private Path folder = Path.of("");
  private SentenceEncoder encoder;

  @BeforeAll
  void open(@TempDir Path temporary) throws IOException {
    folder = SmallTransformer.in(temporary.resolve("minilm"));
    encoder = SentenceEncoder.open(folder);
  }

  @AfterAll
  void close() {
    encoder.close();
  }

  /** Reference values: ONNX Runtime and tokenizers in Python, mean of tokens, unit length. */
  @Test
  void vectorsEqualThoseOfTheReference() {
    float[] vector = encoder.encode(PRAISE);

    assertThat(encoder.width()).isEqualTo(384).isEqualTo(vector.length);
    assertThat(new float[] {vector[0], vector[1], vector[2], vector[3]})
        .containsExactly(new float[] {0.02855f, 0.015127f, 0.012862f, 0.026515f}, within(2e-5f));
    assertThat(encoder.encode("The cat sat on the mat 😀")[0]).isEqualTo(0.110218f, within(2e-5f));
    assertThat(cosine(vector, encoder.encode("Friendly, fast people at the counter.")))
        .isEqualTo(0.37724, within(1e-4));
    assertThat(cosine(vector, vector)).isEqualTo(1, within(1e-6));
  }

  @Test
  void aTextHasTheSameBitsWhoeverElseAsks() {
    float[] alone = encoder.encode(PRAISE);

    assertThat(Collections.nCopies(8, PRAISE).parallelStream().map(encoder::encode).toList())
        .allSatisfy(vector -> assertThat(vector).isEqualTo(alone));
  }

  @Test
  void anyTextHasAVector() {
    for (String text :
        List.of("", "😀", "\u0000", "\ud83d", "a".repeat(100_000), "été ".repeat(500))) {
      float[] vector = encoder.encode(text);
      assertThat(cosine(vector, vector)).isEqualTo(1, within(1e-6));
    }
  }

  @Test
  void anotherTokenizerIsAnotherModel(@TempDir Path other) throws IOException {
    Files.createSymbolicLink(
        other.resolve(SentenceEncoder.MODEL), folder.resolve(SentenceEncoder.MODEL));
    String tokenizer = Files.readString(folder.resolve(SentenceEncoder.TOKENIZER));
    Files.writeString(other.resolve(SentenceEncoder.TOKENIZER), tokenizer + "\n");

    try (SentenceEncoder second = SentenceEncoder.open(other)) {
      assertThat(second.digest()).hasSize(64).isNotEqualTo(encoder.digest());
    }
  }

  @Test
  void whatIsNoModelIsRefused(@TempDir Path other) throws IOException {
    assertThatThrownBy(() -> SentenceEncoder.open(other))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("it holds no model.onnx");
    Files.writeString(other.resolve(SentenceEncoder.MODEL), "no model");
    Files.copy(folder.resolve(SentenceEncoder.TOKENIZER), other.resolve(SentenceEncoder.TOKENIZER));
    assertThatThrownBy(() -> SentenceEncoder.open(other))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("There is no embedding model in " + other);
  }

  private static double cosine(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += (double) one[i] * other[i];
    }
    return sum;
  }
}
