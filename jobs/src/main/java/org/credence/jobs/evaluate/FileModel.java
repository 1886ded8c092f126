package org.credence.jobs.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import org.credence.models.TextClassifier;
import org.credence.models.TextClassifierFile;
import org.credence.models.VectorClassifier;
import org.credence.settings.Digest;
import org.credence.settings.Refusal;

/**
 * A model trained from files: a folder of {@code model.bin}, {@code card.json} and {@code card.md}.
 */
@SuppressWarnings("ArrayRecordComponent") // The bytes of the model; nobody compares two.
record FileModel(
    TextClassifier classifier, Optional<VectorClassifier> vectors, byte[] bytes, FileCard card) {

  private static final String MODEL = "model.bin";
  private static final String CARD = "card.json";

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  /**
   * @param card made from the SHA-256 of the model's bytes
   */
  static FileModel of(
      TextClassifier classifier,
      Optional<VectorClassifier> vectors,
      Function<String, FileCard> card) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      TextClassifierFile.write(classifier, out);
      if (vectors.isPresent()) {
        TextClassifierFile.write(vectors.get(), out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    byte[] bytes = out.toByteArray();
    return new FileModel(classifier, vectors, bytes, card.apply(sha256(bytes)));
  }

  /**
   * @throws Refusal when the folder holds no model, a damaged one, or one of another language
   */
  static FileModel load(Path folder, String language) {
    if (!Files.isRegularFile(folder.resolve(CARD)) || !Files.isRegularFile(folder.resolve(MODEL))) {
      throw refusal(folder, "is no model", "it holds no " + CARD + " and " + MODEL);
    }
    try {
      FileCard card = JSON.readValue(Files.readAllBytes(folder.resolve(CARD)), FileCard.class);
      byte[] bytes = Files.readAllBytes(folder.resolve(MODEL));
      if (!sha256(bytes).equals(card.content())) {
        throw refusal(folder, "is damaged", MODEL + " is not what its card says");
      }
      if (!card.language().equals(language)) {
        throw refusal(folder, "is a model of another language", "it is for " + card.language());
      }
      ByteArrayInputStream in = new ByteArrayInputStream(bytes);
      TextClassifier classifier = TextClassifierFile.read(in);
      return new FileModel(classifier, TextClassifierFile.readVectors(in), bytes, card);
    } catch (JsonProcessingException e) {
      throw refusal(folder, "is no model", "its " + CARD + " can't be understood");
    } catch (IOException e) {
      throw refusal(folder, "can't be read", String.valueOf(e.getMessage()));
    }
  }

  /** A folder of something else is not ours to replace. */
  static void refuseToReplaceOthers(Path folder) {
    OutputFolder.refuseToReplaceOthers(folder, CARD);
  }

  void save(Path folder) {
    OutputFolder.write(
        folder,
        CARD,
        into -> {
          Files.write(into.resolve(MODEL), bytes);
          Files.writeString(into.resolve("card.md"), CardPage.of(card));
          Files.writeString(into.resolve(CARD), JSON.writeValueAsString(card) + "\n");
        });
  }

  private static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(Digest.sha256().digest(bytes));
  }

  private static Refusal refusal(Path folder, String problem, String reason) {
    return Refusal.configuration(
        "The folder " + folder + " " + problem,
        reason,
        "Name a folder that credence train sentiment --output has written for that language.");
  }
}
