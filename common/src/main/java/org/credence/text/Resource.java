package org.credence.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tab-separated files that lie beside the classes; lines that begin with "##" are comments. */
final class Resource {

  private Resource() {}

  static List<String[]> rows(String name, int columns) {
    InputStream stream = Resource.class.getResourceAsStream(name);
    if (stream == null) {
      throw new IllegalStateException("the jar lacks org/credence/text/" + name);
    }
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("##"))
          .map(line -> cells(name, line, columns))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String[] cells(String name, String line, int columns) {
    String[] cells = line.split("\t", -1);
    if (cells.length != columns) {
      throw new IllegalStateException("%s: not %d columns: %s".formatted(name, columns, line));
    }
    return cells;
  }
}
