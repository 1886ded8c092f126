package org.credence.topics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.credence.topics.RunningWord.Role;

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

  /** Words of a topic that a phrase may be made of. */
  private static final int BEST = 50;

  private static final int LONGEST_PHRASE = 3;

  /** Longer posts can't equal a label. */
  private static final int LONGEST_LABEL = LONGEST_PHRASE + WORDS_WITHOUT_PHRASE;

  /** Score below this share of the best word's: the phrase is said too seldom to name a topic. */
  private static final double SELDOM = 0.35;

  /** Share of the people of a phrase from which on a longer one says all that it says. */
  private static final double WHOLE = 0.6;

  /** Words that begin alike for so many letters are forms of one. */
  private static final int STEM = 5;

  private final List<Read> posts = new ArrayList<>();
  private final Map<String, Integer> asHandle = new HashMap<>();
  private final Map<String, Integer> asWord = new HashMap<>();
  private final Set<String> wholePosts = new HashSet<>();
  private final Map<Long, Integer> sizes = new TreeMap<>();
  private final int people;
  private int all;

  /**
   * A post of a scope.
   *
   * @param author any key of who wrote it
   * @param topic 0 for none
   */
  public record Post(String text, String language, String author, long topic) {}

  private record Read(Post post, int person, List<RunningWord> words) {}

  private record Scored(String saying, int people, double score) {}

  private TopicLabels(List<Post> posts, Preparation preparation, int people) {
    this.people = people;
    read(posts, preparation);
  }

  /**
   * A label for each topic of a scope; distinct, and with an empty text for a topic about which
   * nothing is said by enough people.
   *
   * @param preparation for the names that all posts of the scope share
   * @param people who must write a word or phrase before it is shown, above 0
   */
  public static Map<Long, TopicLabel> of(List<Post> posts, Preparation preparation, int people) {
    return new TopicLabels(posts, preparation, people).labels();
  }

  /** In an order in which what one person says in a topic comes in a row. */
  private void read(List<Post> unordered, Preparation preparation) {
    List<Post> ordered = new ArrayList<>(unordered);
    ordered.sort(Comparator.comparingLong(Post::topic).thenComparing(Post::author));
    Post before = new Post("", "", "", Long.MIN_VALUE);
    for (Post post : ordered) {
      if (post.topic() != before.topic() || !post.author().equals(before.author())) {
        all++;
        sizes.merge(post.topic(), 1, Integer::sum);
      }
      before = post;
      List<RunningWord> words = preparation.running(post.text(), post.language());
      posts.add(new Read(post, all, words));
      note(words);
    }
    sizes.remove(0L);
  }

  private void note(List<RunningWord> words) {
    for (RunningWord word : words) {
      if (word.role() == Role.HANDLE) {
        asHandle.merge(word.text(), 1, Integer::sum);
      } else if (word.tells()) {
        asWord.merge(word.text(), 1, Integer::sum);
      }
    }
    List<String> whole = words.stream().filter(RunningWord::isWord).map(RunningWord::text).toList();
    if (whole.size() <= LONGEST_LABEL) {
      wholePosts.add(String.join(" ", whole));
    }
  }

  private Map<Long, TopicLabel> labels() {
    People words = new People();
    for (Read read : posts) {
      read.words().stream()
          .filter(word -> word.tells() && !isHandle(word.text()))
          .forEach(word -> words.add(read.post().topic(), read.person(), word.text()));
    }
    Map<Long, List<Scored>> best = new TreeMap<>();
    sizes.keySet().forEach(topic -> best.put(topic, scored(words, topic)));
    People phrases = phrases(best);
    Map<Long, TopicLabel> labels = new TreeMap<>();
    Set<String> taken = new HashSet<>();
    sizes.entrySet().stream()
        .sorted(Map.Entry.<Long, Integer>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .forEach(
            topic ->
                labels.put(
                    topic,
                    label(best.getOrDefault(topic, List.of()), scored(phrases, topic), taken)));
    Map<Long, List<String>> texts =
        posts.stream()
            .collect(
                Collectors.groupingBy(
                    read -> read.post().topic(),
                    Collectors.mapping(read -> read.post().text(), Collectors.toList())));
    labels.replaceAll((topic, label) -> surface(label, texts.getOrDefault(topic, List.of())));
    return labels;
  }

  /** Posts write it with a sign before it more often than without. */
  private boolean isHandle(String word) {
    return asHandle.getOrDefault(word, 0) > asWord.getOrDefault(word, 0);
  }

  private List<Scored> scored(People counts, long topic) {
    int size = sizes.getOrDefault(topic, 0);
    return counts.in(topic).entrySet().stream()
        .filter(entry -> entry.getValue() >= people)
        .map(
            entry -> {
              double rarity = StrictMath.log1p((double) all / counts.inAll(entry.getKey()));
              double score = (double) entry.getValue() / size * Math.sqrt(rarity);
              return new Scored(entry.getKey(), entry.getValue(), score);
            })
        .sorted(Comparator.comparingDouble((Scored s) -> -s.score()).thenComparing(Scored::saying))
        .limit(BEST)
        .toList();
  }

  private People phrases(Map<Long, List<Scored>> best) {
    Set<String> known =
        best.values().stream()
            .flatMap(List::stream)
            .map(Scored::saying)
            .collect(Collectors.toSet());
    People phrases = new People();
    for (Read read : posts) {
      List<RunningWord> words = read.words();
      for (int from = 0; from < words.size(); from++) {
        for (int to = from + 1; to < words.size() && isOpen(words, from, to, known); to++) {
          if (words.get(to).tells()) {
            phrases.add(read.post().topic(), read.person(), joined(words.subList(from, to + 1)));
          }
        }
      }
    }
    return phrases;
  }

  /** Whether a phrase may reach from a word to another. */
  private static boolean isOpen(List<RunningWord> words, int from, int to, Set<String> known) {
    RunningWord last = words.get(to);
    boolean begins = words.get(from).tells() && known.contains(words.get(from).text());
    return begins
        && to - from < LONGEST_PHRASE
        && last.isWord()
        && (!last.tells() || known.contains(last.text()));
  }

  private static String joined(List<RunningWord> words) {
    return words.stream().map(RunningWord::text).collect(Collectors.joining(" "));
  }

  private TopicLabel label(List<Scored> words, List<Scored> phrases, Set<String> taken) {
    String phrase = words.isEmpty() ? "" : phrase(words.get(0).score(), phrases, taken);
    List<String> more = new ArrayList<>();
    for (Scored word : words) {
      boolean isSaid = more.stream().anyMatch(other -> isForm(other, word.saying()));
      for (String part : phrase.split(" ")) {
        isSaid |= isForm(part, word.saying());
      }
      if (!isSaid && more.size() < (phrase.isEmpty() ? WORDS_WITHOUT_PHRASE : WORDS)) {
        more.add(word.saying());
      }
    }
    TopicLabel label = new TopicLabel(phrase, more);
    while (!label.text().isEmpty() && !mayBeShown(label, taken)) {
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

  private boolean mayBeShown(TopicLabel label, Set<String> taken) {
    return !taken.contains(label.text()) && !wholePosts.contains(String.join(" ", label.parts()));
  }

  private static String phrase(double bestWord, List<Scored> phrases, Set<String> taken) {
    List<Scored> often =
        phrases.stream()
            .filter(phrase -> phrase.score() >= SELDOM * bestWord)
            .filter(phrase -> !taken.contains(phrase.saying()) && !repeats(phrase.saying()))
            .toList();
    if (often.isEmpty()) {
      return "";
    }
    Scored best = often.get(0);
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

  private static TopicLabel surface(TopicLabel label, List<String> texts) {
    return new TopicLabel(
        label.phrase().isEmpty() ? "" : Surfaces.of(label.phrase(), texts),
        label.words().stream().map(word -> Surfaces.of(word, texts)).toList());
  }
}
