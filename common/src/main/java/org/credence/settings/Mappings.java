package org.credence.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** {@code conf/mappings/*.yaml}: formats of the user's own. The archive readers understand them. */
final class Mappings {

  private static final String ENDING = ".yaml";

  private Mappings() {}

  /** Texts by the name of the file without its ending; none where there is no such folder. */
  static Map<String, String> read(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Map.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      TreeMap<String, String> texts = new TreeMap<>();
      List<Path> found = files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
      for (Path file : found) {
        String name = String.valueOf(file.getFileName());
        texts.put(name.substring(0, name.length() - ENDING.length()), Files.readString(file));
      }
      return Collections.unmodifiableSortedMap(texts);
    } catch (IOException e) {
      throw new Refusal(
          "The mapping files in " + folder + " can't be read",
          e.getClass().getSimpleName(),
          "Check their rights, and that they are text in UTF-8.",
          ExitCode.CONFIGURATION,
          e);
    }
  }
}
