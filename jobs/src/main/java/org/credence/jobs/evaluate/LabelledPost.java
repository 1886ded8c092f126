package org.credence.jobs.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A post that somebody put into a group of posts on the same topic.
 *
 * @param language ISO 639-1
 * @param label any word, not blank
 */
record LabelledPost(String language, String text, String label) {

  /**
   * All rows of a file with the columns id, language, group, text and label; a text may be blank.
   *
   * @throws org.credence.settings.Refusal with the line when something in it can't be used
   */
  static List<LabelledPost> read(Path file) {
    try (TextTable table = TextTable.open(file)) {
      table.required("id");
      table.required("group");
      int language = table.required("language");
      int text = table.required("text");
      int label = table.required("label");
      List<LabelledPost> posts = new ArrayList<>();
      for (Optional<String[]> next = table.next(); next.isPresent(); next = table.next()) {
        String[] row = next.get();
        posts.add(
            new LabelledPost(
                Languages.of(row[language], table), row[text], filled(row[label], table)));
      }
      if (posts.isEmpty()) {
        throw table.refusal("holds no row", "there is nothing below its header", "Fill it.");
      }
      return List.copyOf(posts);
    }
  }

  private static String filled(String label, TextTable table) {
    if (label.isBlank()) {
      throw table.refusal(
          "has an empty label in line " + table.line(),
          "no topic can be compared with it",
          "Fill it or take the row out.");
    }
    return label.strip();
  }
}
