package org.credence.topics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words as most posts write them: "Bob Diamond", "iPhone", "HSBC". */
final class Surfaces {

  /** What may stand between the words of a phrase: spaces, or a mark that joins them. */
  private static final String GAP = "(['\u2019-]|\\s+)";

  private Surfaces() {}

  /**
   * @param words one or more with a space between, in lower case
   * @return the same when no post has them, as when an entity stands for one of their letters
   */
  static String of(String words, List<String> texts) {
    Pattern pattern =
        Pattern.compile(
            Arrays.stream(words.split(" "))
                .map(word -> "(" + Pattern.quote(word) + ")")
                .collect(Collectors.joining(GAP, "(?<![@\\w])", "(?!\\w)")),
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    Map<String, Integer> forms = new TreeMap<>();
    for (String text : texts) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        forms.merge(form(matcher), 1, Integer::sum);
      }
    }
    return forms.entrySet().stream()
        .max(
            Comparator.comparingInt(Map.Entry<String, Integer>::getValue)
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .orElse(words);
  }

  private static String form(Matcher matcher) {
    List<String> parts = new ArrayList<>();
    for (int group = 1; group <= matcher.groupCount(); group++) {
      String part = matcher.group(group);
      parts.add(part.isBlank() ? " " : part);
    }
    return String.join("", parts);
  }
}
