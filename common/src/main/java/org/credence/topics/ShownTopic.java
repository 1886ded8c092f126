package org.credence.topics;

import java.util.Map;
import java.util.TreeMap;
import org.credence.settings.TopicsFile;

/**
 * How a topic is shown, after what a person has said about it.
 *
 * @param label what it is called; that of the target
 * @param target the topic that it is counted in: itself, unless a person has merged it
 * @param hidden it is shown nowhere
 * @param pinned it is shown first
 */
public record ShownTopic(String label, String target, boolean hidden, boolean pinned) {

  /**
   * @param labels by the id of each topic, {@code <brand>.<language>.<number>}, as they were found;
   *     ids that are only in the file are left out
   */
  public static Map<String, ShownTopic> of(Map<String, String> labels, TopicsFile file) {
    Map<String, ShownTopic> shown = new TreeMap<>();
    labels.forEach(
        (id, found) -> {
          String target = file.merge().getOrDefault(id, id);
          String label = file.rename().getOrDefault(target, labels.getOrDefault(target, found));
          boolean hidden = file.hide().contains(id) || file.hide().contains(target);
          shown.put(id, new ShownTopic(label, target, hidden, file.pin().contains(target)));
        });
    return shown;
  }
}
