package org.credence.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads {@code conf/spark/*.conf}: a key, white space and a value a line, as spark-submit does. */
final class SparkProperties {

  private SparkProperties() {}

  static Map<String, String> read(Path file) {
    Map<String, String> properties = new LinkedHashMap<>();
    try {
      for (String line : Files.readAllLines(file)) {
        String stripped = line.strip();
        if (stripped.isEmpty() || stripped.startsWith("#")) {
          continue;
        }
        String[] parts = stripped.split("[\\s=]+", 2);
        if (parts.length < 2 || !parts[0].startsWith("spark.")) {
          throw Refusal.configuration(
              "Settings file " + file + " is refused",
              "'" + parts[0] + "' is no Spark property with a value",
              "Write spark.some.key, a blank and the value.");
        }
        properties.put(parts[0], parts[1]);
      }
    } catch (IOException e) {
      throw new Refusal(
          "Settings file " + file + " can't be read",
          e.getClass().getSimpleName(),
          "Copy the shipped conf/spark folder.",
          ExitCode.CONFIGURATION,
          e);
    }
    return Collections.unmodifiableMap(properties);
  }
}
