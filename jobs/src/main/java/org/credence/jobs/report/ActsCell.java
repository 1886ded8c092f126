package org.credence.jobs.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What people did, for one brand and voice.
 *
 * @param figures name of the measure to its value; what was not delivered is absent
 */
record ActsCell(String brand, String voice, Map<String, Double> figures) {

  /** Names of the measures in the order to show them; the words are under {@code acts.NAME}. */
  static final List<String> SHOWN =
      List.of(
          "original_posts",
          "people",
          "people_producing",
          "people_commenting",
          "people_sharing",
          "likes",
          "reactions",
          "shares",
          "comments",
          "views",
          "applause",
          "amplification",
          "conversation_rate");

  ActsCell {
    figures = java.util.Collections.unmodifiableMap(new TreeMap<>(figures));
  }
}
