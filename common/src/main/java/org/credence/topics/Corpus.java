package org.credence.topics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Posts as sequences of word numbers. Numbers below {@link #kept} belong to words that are common
 * enough to tell a topic and not so common that they tell none; the others still stand in the
 * sequences, because the distance between words counts.
 */
public final class Corpus {

  /** From so many posts on a word must be in {@link #FEW_OF_MANY}. */
  private static final int MANY = 20_000;

  private static final int FEW = 2;
  private static final int FEW_OF_MANY = 5;

  /** A word in more than half of the posts tells no topic, unless there are hardly any posts. */
  private static final double TOO_COMMON = 0.5;

  private static final int HARDLY_ANY = 10;

  final List<String> words;
  final int kept;
  final int[][] posts;
  final Bags bags;

  private Corpus(List<String> words, int kept, int[][] posts) {
    this.words = List.copyOf(words);
    this.kept = kept;
    this.posts = posts;
    this.bags = Bags.of(posts, kept);
  }

  /** Of the words of posts, as {@link Preparation} gives them; the order of the posts is kept. */
  public static Corpus of(List<List<String>> prepared) {
    Map<String, Integer> postsWith = new HashMap<>();
    prepared.forEach(
        post -> post.stream().distinct().forEach(word -> postsWith.merge(word, 1, Integer::sum)));
    int least = prepared.size() < MANY ? FEW : FEW_OF_MANY;
    double most = prepared.size() < HARDLY_ANY ? prepared.size() : TOO_COMMON * prepared.size();
    Comparator<Map.Entry<String, Integer>> order =
        Comparator.comparing(entry -> entry.getValue() < least || entry.getValue() > most);
    List<String> words =
        postsWith.entrySet().stream()
            .sorted(
                order
                    .thenComparing(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .toList();
    int kept =
        (int) postsWith.values().stream().filter(posts -> posts >= least && posts <= most).count();
    return new Corpus(words, kept, numbered(prepared, words));
  }

  private static int[][] numbered(List<List<String>> prepared, List<String> words) {
    Map<String, Integer> numbers = new HashMap<>();
    for (String word : words) {
      numbers.put(word, numbers.size());
    }
    int[][] posts = new int[prepared.size()][];
    Arrays.setAll(
        posts,
        i -> prepared.get(i).stream().mapToInt(word -> numbers.getOrDefault(word, 0)).toArray());
    return posts;
  }

  /** Some of the posts, with the same numbers for the same words. */
  public Corpus of(int[] chosen) {
    int[][] some = new int[chosen.length][];
    Arrays.setAll(some, i -> posts[chosen[i]]);
    return new Corpus(words, kept, some);
  }

  public int size() {
    return posts.length;
  }

  /** How many words can tell a topic; their numbers are {@code [0, kept)}. */
  public int kept() {
    return kept;
  }

  public String word(int number) {
    return words.get(number);
  }

  public List<String> words(int[] numbers) {
    List<String> chosen = new ArrayList<>();
    for (int number : numbers) {
      chosen.add(words.get(number));
    }
    return chosen;
  }
}
