package org.credence.topics;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Words that tell no topic, by language; a language without a list has none. */
final class StopWords {

  private static final Set<String> LISTED = Set.of("en", "fr");
  private static final Map<String, Set<String>> LOADED = new ConcurrentHashMap<>();

  private StopWords() {}

  /** Lower case, as the tokeniser cuts them; read once per JVM. */
  static Set<String> of(String language) {
    return LISTED.contains(language) ? LOADED.computeIfAbsent(language, StopWords::read) : Set.of();
  }

  private static Set<String> read(String language) {
    String name = "stop-words-" + language + ".txt";
    InputStream stream = StopWords.class.getResourceAsStream(name);
    if (stream == null) {
      throw new IllegalStateException("the jar lacks org/credence/topics/" + name);
    }
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("##"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
