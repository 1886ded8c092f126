package org.credence.topics;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The name of a topic in the words of its posts.
 *
 * @param phrase two or three adjacent words; empty when too few people share one
 * @param words more that tell it, the best first
 */
public record TopicLabel(String phrase, List<String> words) {

  public TopicLabel {
    words = List.copyOf(words);
  }

  /** As a reader sees it, such as "Bob Diamond · bonus, gives"; empty when there is none. */
  public String text() {
    return Stream.of(phrase, String.join(", ", words))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  List<String> parts() {
    return Stream.concat(Stream.of(phrase), words.stream())
        .filter(part -> !part.isEmpty())
        .toList();
  }
}
