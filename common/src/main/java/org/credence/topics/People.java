package org.credence.topics;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** How many people say something, in each topic and in all; one who speaks in two counts twice. */
final class People {

  private final Map<Long, Map<String, Integer>> byTopic = new TreeMap<>();
  private final Map<String, Integer> inAll = new HashMap<>();
  private final Map<String, Integer> last = new HashMap<>();

  /**
   * @param person from 0; what one of them says comes in a row
   */
  void add(long topic, int person, String saying) {
    Integer before = last.put(saying, person);
    if (before == null || before != person) {
      byTopic.computeIfAbsent(topic, any -> new HashMap<>()).merge(saying, 1, Integer::sum);
      inAll.merge(saying, 1, Integer::sum);
    }
  }

  Map<String, Integer> in(long topic) {
    return byTopic.getOrDefault(topic, Map.of());
  }

  int inAll(String saying) {
    return inAll.getOrDefault(saying, 0);
  }
}
