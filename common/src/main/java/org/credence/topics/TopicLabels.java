package org.credence.topics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.credence.topics.Speech.Said;

/**
 * Names topics by a phrase and two words that many of their people write and few others.
 *
 * <p>The score of both is the share of the topic's people who write it times the square root of
 * log(1 + all people / all who write it): chosen on the clusters of RepLab 2013, which people have
 * named. A phrase is taken from the topic's best words, with stop words inside at most.
 */
public final class TopicLabels {

  private static final int WORDS = 2;
  private static final int WORDS_WITHOUT_PHRASE = 4;

  /** Score below this share of the best word's: the phrase is said too seldom to name a topic. */
  private static final double SELDOM = 0.35;

  /** Share of the people of a phrase from which on a longer one says all that it says. */
  private static final double WHOLE = 0.6;

  /** Words that begin alike for so many letters are forms of one. */
  private static final int STEM = 5;

  private final Speech speech;
  private final Set<String> taken = new HashSet<>();

  /**
   * A post of a scope.
   *
   * @param author any key of who wrote it
   * @param topic 0 for none
   */
  public record Post(String text, String language, String author, long topic) {}

  private TopicLabels(Speech speech) {
    this.speech = speech;
  }

  /**
   * A label for each topic of a scope; distinct, and with an empty text for a topic about which
   * nothing is said by enough people.
   *
   * @param preparation for the names that all posts of the scope share
   * @param people who must write a word or phrase before it is shown, above 0
   */
  public static Map<Long, TopicLabel> of(List<Post> posts, Preparation preparation, int people) {
    return new TopicLabels(new Speech(posts, preparation, people)).labels();
  }

  private Map<Long, TopicLabel> labels() {
    Map<Long, TopicLabel> labels = new TreeMap<>();
    for (long topic : speech.largestFirst()) {
      labels.put(topic, surface(label(speech.words(topic), speech.phrases(topic)), topic));
    }
    return labels;
  }

  private TopicLabel label(List<Said> words, List<Said> phrases) {
    String phrase = words.isEmpty() ? "" : phrase(words.get(0).score(), phrases);
    List<String> more = new ArrayList<>();
    for (Said word : words) {
      boolean isSaid = more.stream().anyMatch(other -> isForm(other, word.saying()));
      for (String part : phrase.split(" ")) {
        isSaid |= isForm(part, word.saying());
      }
      if (!isSaid && more.size() < (phrase.isEmpty() ? WORDS_WITHOUT_PHRASE : WORDS)) {
        more.add(word.saying());
      }
    }
    TopicLabel label = new TopicLabel(phrase, more);
    while (!label.text().isEmpty() && !mayBeShown(label)) {
      List<String> fewer = label.words();
      label =
          fewer.isEmpty()
              ? new TopicLabel("", List.of())
              : new TopicLabel(phrase, fewer.subList(0, fewer.size() - 1));
    }
    taken.add(phrase);
    taken.add(label.text());
    return label;
  }

  private boolean mayBeShown(TopicLabel label) {
    return !taken.contains(label.text()) && !speech.isWholePost(String.join(" ", label.parts()));
  }

  private String phrase(double bestWord, List<Said> phrases) {
    List<Said> often =
        phrases.stream()
            .filter(phrase -> phrase.score() >= SELDOM * bestWord)
            .filter(phrase -> !taken.contains(phrase.saying()) && !repeats(phrase.saying()))
            .toList();
    if (often.isEmpty()) {
      return "";
    }
    Said best = often.get(0);
    return often.stream()
        .filter(longer -> (" " + longer.saying() + " ").contains(" " + best.saying() + " "))
        .filter(longer -> longer.people() >= WHOLE * best.people())
        .max(Comparator.comparingInt(longer -> longer.saying().length()))
        .orElse(best)
        .saying();
  }

  private static boolean repeats(String phrase) {
    List<String> words = List.of(phrase.split(" "));
    return new HashSet<>(words).size() < words.size();
  }

  private static boolean isForm(String one, String other) {
    int common = Math.min(Math.min(one.length(), other.length()), STEM);
    return one.equals(other) || (common == STEM && one.regionMatches(0, other, 0, STEM));
  }

  private TopicLabel surface(TopicLabel label, long topic) {
    List<String> texts = speech.texts(topic);
    return new TopicLabel(
        label.phrase().isEmpty() ? "" : Surfaces.of(label.phrase(), texts),
        label.words().stream().map(word -> Surfaces.of(word, texts)).toList());
  }
}
