package org.credence.topics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What topics have been made of so far, to go on from: the slot of a topic is its identity.
 *
 * @param words what the numbers of words in {@code counts} stand for
 */
public record TopicMemory(List<String> words, Mixture counts) {

  public TopicMemory {
    words = List.copyOf(words);
  }

  public static TopicMemory of(Corpus corpus, Clustering found) {
    return new TopicMemory(corpus.words.subList(0, corpus.kept), found.mixture(corpus));
  }

  /** Half of it, without the words of which nothing is left. */
  TopicMemory halved() {
    Mixture half = counts.halved();
    int[] left = IntStream.range(0, words.size()).filter(half::holds).toArray();
    return new TopicMemory(IntStream.of(left).mapToObj(words::get).toList(), half.renumbered(left));
  }

  /** The same with the words of a corpus first, under the numbers that they have there. */
  TopicMemory with(Corpus corpus) {
    List<String> all = new ArrayList<>(corpus.words.subList(0, corpus.kept));
    Map<String, Integer> numbers = new HashMap<>();
    for (int number = 0; number < words.size(); number++) {
      numbers.put(words.get(number), number);
    }
    List<Integer> from = new ArrayList<>();
    for (String word : all) {
      Integer number = numbers.remove(word);
      from.add(number == null ? -1 : number);
    }
    for (int number = 0; number < words.size(); number++) {
      if (numbers.containsKey(words.get(number))) {
        all.add(words.get(number));
        from.add(number);
      }
    }
    return new TopicMemory(
        all, counts.renumbered(from.stream().mapToInt(Integer::intValue).toArray()));
  }
}
