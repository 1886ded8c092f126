package org.credence.jobs.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Posts in the words of a theme. */
final class Talk {

  static final String BIKES = "bikes";
  static final String COOKS = "cooks";
  static final String MOVES = "moves";
  static final String TOURS = "tours";

  private Talk() {}

  /** Six words of the theme and two that all share. */
  static List<String> about(String theme, int posts, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> texts = new ArrayList<>();
    for (int post = 0; post < posts; post++) {
      List<String> words = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        words.add((char) ('a' + random.nextInt(10)) + theme);
      }
      words.add((char) ('a' + random.nextInt(20)) + "shared");
      words.add((char) ('a' + random.nextInt(20)) + "shared");
      texts.add(String.join(" ", words));
    }
    return texts;
  }
}
