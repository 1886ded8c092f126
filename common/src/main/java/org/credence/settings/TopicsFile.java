package org.credence.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * {@code conf/topics.yaml}: what people want to be shown otherwise than it was found. A topic is
 * named by its id, {@code <brand>.<language>.<number>}, which is never given to another one.
 *
 * @param rename topics to the names that they are shown by
 * @param merge topics to the one that they are counted in, of the same brand and language
 * @param hide topics that are shown nowhere
 * @param pin topics that are shown first, however few talk about them
 */
public record TopicsFile(
    Map<String, String> rename, Map<String, String> merge, List<String> hide, List<String> pin) {

  private static final String ID = "[A-Za-z0-9][A-Za-z0-9_-]*\\.[a-z]{2,3}\\.[1-9][0-9]*";
  private static final int LONGEST_NAME = 80;

  public TopicsFile {
    rename = java.util.Collections.unmodifiableMap(new TreeMap<>(rename));
    merge = java.util.Collections.unmodifiableMap(new TreeMap<>(merge));
    hide = List.copyOf(hide);
    pin = List.copyOf(pin);
    rename.forEach(TopicsFile::requireName);
    merge.forEach(TopicsFile::requireKin);
    for (String target : merge.values()) {
      if (merge.containsKey(target)) {
        throw new IllegalArgumentException(
            "merge sends topics to '%s', which goes elsewhere itself".formatted(target));
      }
    }
    requireOnce("hide", hide);
    requireOnce("pin", pin);
    for (String topic : pin) {
      if (hide.contains(topic) || merge.containsKey(topic)) {
        throw new IllegalArgumentException(
            "topic '%s' is pinned, and hidden or merged".formatted(topic));
      }
    }
    for (String topic : rename.keySet()) {
      if (merge.containsKey(topic)) {
        throw new IllegalArgumentException(
            "topic '%s' is renamed, and merged into '%s'".formatted(topic, merge.get(topic)));
      }
    }
  }

  /** One that changes nothing. */
  static TopicsFile none() {
    return new TopicsFile(Map.of(), Map.of(), List.of(), List.of());
  }

  /**
   * @throws Refusal when it can't be used; a conf folder of an older release has none
   */
  static TopicsFile read(Path file) {
    return Files.exists(file)
        ? new SettingsFile(file).read(TopicsFile.class, Map.of())
        : TopicsFile.none();
  }

  private static void requireName(String topic, String name) {
    requireId("rename", topic);
    boolean isOneLine = name.codePoints().noneMatch(Character::isISOControl);
    if (name.isBlank() || name.length() > LONGEST_NAME || !isOneLine) {
      throw new IllegalArgumentException(
          "topic '%s' needs a name of one line with at most %d characters"
              .formatted(topic, LONGEST_NAME));
    }
  }

  private static void requireKin(String topic, String target) {
    requireId("merge", topic);
    requireId("merge", target);
    if (topic.equals(target) || !scope(topic).equals(scope(target))) {
      throw new IllegalArgumentException(
          "topic '%s' can't be merged into '%s': only into another of its brand and language"
              .formatted(topic, target));
    }
  }

  private static void requireOnce(String key, List<String> topics) {
    Set<String> seen = new HashSet<>();
    for (String topic : topics) {
      requireId(key, topic);
      if (!seen.add(topic)) {
        throw new IllegalArgumentException(key + " names the topic '" + topic + "' twice");
      }
    }
  }

  private static void requireId(String key, String topic) {
    if (!topic.matches(ID)) {
      throw new IllegalArgumentException(
          "%s names the topic '%s', which is no id such as acme.en.12".formatted(key, topic));
    }
  }

  private static String scope(String topic) {
    return topic.substring(0, topic.lastIndexOf('.'));
  }
}
