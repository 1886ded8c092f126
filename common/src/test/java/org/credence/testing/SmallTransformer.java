package org.credence.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.credence.embedding.SentenceEncoder;

/** A small real sentence transformer, all-MiniLM-L6-v2, as a folder that a user would name. */
public final class SmallTransformer {

  private SmallTransformer() {}

  public static Path in(Path folder) throws IOException {
    Files.createDirectories(folder);
    Map<String, String> files =
        Map.of(
            "/all-minilm-l6-v2.onnx", SentenceEncoder.MODEL,
            "/all-minilm-l6-v2-tokenizer.json", SentenceEncoder.TOKENIZER);
    for (Map.Entry<String, String> file : files.entrySet()) {
      try (InputStream in = SmallTransformer.class.getResourceAsStream(file.getKey())) {
        Files.copy(Objects.requireNonNull(in), folder.resolve(file.getValue()));
      }
    }
    return folder;
  }
}
