package org.credence.topics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Gives posts that a night did not learn from the topic that fits best. */
public final class TopicAssigner {

  private final TopicMemory memory;
  private final Map<String, Integer> numbers = new HashMap<>();

  /**
   * @param memory of a night that has ended
   */
  public TopicAssigner(TopicMemory memory) {
    this.memory = memory;
    for (String word : memory.words()) {
      numbers.put(word, numbers.size());
    }
  }

  /**
   * @param posts words as {@link Preparation} gives them
   * @return the topic of each, 0 for none
   */
  public long[] topics(List<List<String>> posts) {
    int[][] numbered = posts.stream().map(this::numbered).toArray(int[][]::new);
    Bags bags = Bags.of(numbered, numbers.size());
    int[] slots = memory.counts().assign(bags);
    long[] topics = new long[slots.length];
    for (int post = 0; post < topics.length; post++) {
      topics[post] = bags.length[post] == 0 ? 0 : memory.ids()[slots[post]];
    }
    return topics;
  }

  private int[] numbered(List<String> words) {
    return words.stream()
        .map(numbers::get)
        .filter(Objects::nonNull)
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
