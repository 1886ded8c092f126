package org.credence.jobs.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which model trained from files. */
final class ModelOptions {

  @Option(
      names = "--model",
      paramLabel = "DIR",
      required = true,
      description = "Folder that train sentiment has written.")
  private Path folder = Path.of("");

  @Option(
      names = "--language",
      paramLabel = "CODE",
      required = true,
      description = "ISO 639-1 code of the model; rows in other languages are left out.")
  private String language = "";

  @Option(
      names = "--embedding",
      paramLabel = "DIR",
      description =
          "Folder of the sentence transformer it was trained with; default: where that was.")
  private @Nullable Path embedding;

  Optional<Path> embedding() {
    return Optional.ofNullable(embedding);
  }

  Path folder() {
    return folder;
  }

  String language() {
    return language;
  }
}
