package org.credence.topics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What topics have been made of so far, to go on from.
 *
 * @param words what the numbers of words in {@code counts} stand for
 * @param ids the topic in each slot, 0 in a free one: a topic is what has been in its slot since it
 *     was born there, whatever its words are by now
 * @param last the highest id given so far
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares two.
public record TopicMemory(List<String> words, Mixture counts, long[] ids, long last) {

  public TopicMemory {
    words = List.copyOf(words);
  }

  /** Of nothing. */
  static TopicMemory empty(int slots) {
    return new TopicMemory(List.of(), ColdStart.mixture(slots, 0), new long[slots], 0);
  }

  /** Half of it, without the words of which nothing is left. */
  TopicMemory halved() {
    Mixture half = counts.halved();
    int[] left = IntStream.range(0, words.size()).filter(half::holds).toArray();
    return new TopicMemory(
        IntStream.of(left).mapToObj(words::get).toList(), half.renumbered(left), ids, last);
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
        all, counts.renumbered(from.stream().mapToInt(Integer::intValue).toArray()), ids, last);
  }

  /** Posts that all slots hold, in the unit of the counts. */
  long posts() {
    return Arrays.stream(counts.posts).asLongStream().sum();
  }
}
