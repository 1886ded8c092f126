package org.credence.jobs.simulate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The phrases of one language, by section. */
final class Phrasebook {

  private final Map<String, List<String>> sections;

  private Phrasebook(Map<String, List<String>> sections) {
    this.sections = sections;
  }

  /** Reads {@code <language>.txt} beside this class. */
  static Phrasebook of(String language) {
    String file = language + ".txt";
    try (InputStream stream =
            Objects.requireNonNull(Phrasebook.class.getResourceAsStream(file), file);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return new Phrasebook(sections(reader));
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  boolean has(String section) {
    return sections.containsKey(section);
  }

  List<String> section(String name) {
    return Objects.requireNonNull(sections.get(name), name);
  }

  /**
   * Draws a phrase and fills its slots: the given values, else other sections.
   *
   * @param values slot to text, for example b to the brand as this post spells it
   */
  String draw(Dice dice, String section, Map<String, String> values) {
    return fill(dice, dice.pickEarly(section(section)), values);
  }

  private String fill(Dice dice, String phrase, Map<String, String> values) {
    int open = phrase.indexOf('{');
    if (open < 0) {
      return phrase;
    }
    StringBuilder text = new StringBuilder(phrase.length() + 40);
    int from = 0;
    while (open >= 0) {
      int close = phrase.indexOf('}', open);
      String slot = phrase.substring(open + 1, close);
      text.append(phrase, from, open);
      String value = values.get(slot);
      text.append(value != null ? value : draw(dice, slot, values));
      from = close + 1;
      open = phrase.indexOf('{', from);
    }
    return text.append(phrase, from, phrase.length()).toString();
  }

  private static Map<String, List<String>> sections(BufferedReader reader) throws IOException {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    List<String> current = new ArrayList<>();
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      if (line.startsWith("[") && line.endsWith("]")) {
        current = new ArrayList<>();
        sections.put(line.substring(1, line.length() - 1), current);
      } else if (!line.isBlank() && !line.startsWith("# ")) {
        current.add(line);
      }
    }
    return sections;
  }
}
