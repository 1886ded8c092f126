package org.credence.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder of a format that a mapping describes. */
record SourceFolder(String format, Path path) {

  static SourceFolder of(String format) {
    return new SourceFolder(format, root().resolve(format));
  }

  static Path root() {
    try {
      return Path.of(SourceFolder.class.getResource("/sources").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  List<Path> samples() {
    try (Stream<Path> files = Files.list(path.resolve("samples"))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] bytes(Path sample) {
    try {
      return Files.readAllBytes(sample);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows that a sample must give, as {@link SourceRows} shows them. */
  Path expected(Path sample) {
    return path.resolve("expected").resolve(sample.getFileName() + ".txt");
  }

  String text(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
