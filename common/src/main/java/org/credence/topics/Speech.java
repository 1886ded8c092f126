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
import org.credence.topics.TopicLabels.Post;

/** Who says what in the topics of a scope: words, and phrases made of the best of them. */
final class Speech {

  /** Words of a topic that a phrase may be made of. */
  private static final int BEST = 50;

  private static final int LONGEST_PHRASE = 3;

  /** Longer posts can't equal a label. */
  private static final int LONGEST_LABEL = 7;

  private final List<Read> posts = new ArrayList<>();
  private final Map<String, Integer> asHandle = new HashMap<>();
  private final Map<String, Integer> asWord = new HashMap<>();
  private final Set<String> wholePosts = new HashSet<>();
  private final Map<Long, Integer> sizes = new TreeMap<>();
  private final Map<Long, List<Said>> words = new TreeMap<>();
  private final People phrases;
  private final int people;
  private int all;

  private record Read(Post post, int person, List<RunningWord> words) {}

  /**
   * A word or phrase in a topic.
   *
   * @param people who write it there
   */
  record Said(String saying, int people, double score) {}

  Speech(List<Post> posts, Preparation preparation, int people) {
    this.people = people;
    read(posts, preparation);
    People writers = new People();
    for (Read read : this.posts) {
      read.words().stream()
          .filter(word -> word.tells() && !isHandle(word.text()))
          .forEach(word -> writers.add(read.post().topic(), read.person(), word.text()));
    }
    sizes.keySet().forEach(topic -> words.put(topic, said(writers, topic)));
    this.phrases = phrases();
  }

  List<Long> largestFirst() {
    return sizes.entrySet().stream()
        .sorted(Map.Entry.<Long, Integer>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The best first. */
  List<Said> words(long topic) {
    return words.getOrDefault(topic, List.of());
  }

  /** The best first. */
  List<Said> phrases(long topic) {
    return said(phrases, topic);
  }

  boolean isWholePost(String words) {
    return wholePosts.contains(words);
  }

  List<String> texts(long topic) {
    return posts.stream()
        .map(Read::post)
        .filter(post -> post.topic() == topic)
        .map(Post::text)
        .toList();
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

  /** Posts write it with a sign before it more often than without. */
  private boolean isHandle(String word) {
    return asHandle.getOrDefault(word, 0) > asWord.getOrDefault(word, 0);
  }

  private List<Said> said(People counts, long topic) {
    int size = sizes.getOrDefault(topic, 0);
    return counts.in(topic).entrySet().stream()
        .filter(entry -> entry.getValue() >= people)
        .map(
            entry -> {
              double rarity = StrictMath.log1p((double) all / counts.inAll(entry.getKey()));
              double score = (double) entry.getValue() / size * Math.sqrt(rarity);
              return new Said(entry.getKey(), entry.getValue(), score);
            })
        .sorted(Comparator.comparingDouble((Said s) -> -s.score()).thenComparing(Said::saying))
        .limit(BEST)
        .toList();
  }

  private People phrases() {
    Set<String> known =
        words.values().stream().flatMap(List::stream).map(Said::saying).collect(Collectors.toSet());
    People writers = new People();
    for (Read read : posts) {
      List<RunningWord> said = read.words();
      for (int from = 0; from < said.size(); from++) {
        for (int to = from + 1; to < said.size() && isOpen(said, from, to, known); to++) {
          if (said.get(to).tells()) {
            writers.add(read.post().topic(), read.person(), joined(said.subList(from, to + 1)));
          }
        }
      }
    }
    return writers;
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
}
