package org.credence.jobs.evaluate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.credence.settings.Refusal;

/**
 * Ten nights made of the posts of labelled classes, of which it is known what becomes of them: one
 * class begins, one ends, two were one topic and part, two part ones become one topic, and all
 * others go on. Two classes are one topic where each post has the words of a post of both.
 */
final class PlantedStream {

  static final int NIGHTS = 10;
  static final int BIRTH = 0;
  static final int DEATH = 1;
  static final int SPLIT = 2;
  static final int MERGE = 4;

  /** Classes from here on go on. */
  static final int STEADY = 6;

  static final int NIGHT_OF_BIRTH = 4;
  static final int NIGHT_OF_DEATH = 6;
  static final int NIGHT_OF_SPLIT = 7;
  static final int NIGHT_OF_MERGE = 8;

  private static final int QUIET_NIGHT = 3;
  private static final int EMPTY_NIGHT = 9;
  private static final int POSTS = 25;
  private static final int POSTS_OF_QUIET = 5;
  private static final int MOST_STEADY = 20;

  private final SplittableRandom random;
  private final List<Deque<List<String>>> classes = new ArrayList<>();

  /**
   * A night.
   *
   * @param posts words of each, in an order that tells nothing
   * @param classes of each; of two that are one topic the first
   */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares two.
  record Night(List<List<String>> posts, int[] classes) {}

  /**
   * @param byLabel words of the posts of each label, of which the largest are taken
   * @throws Refusal when there are too few
   */
  PlantedStream(Map<String, List<List<String>>> byLabel, long seed) {
    this.random = new SplittableRandom(seed);
    List<List<List<String>>> largest =
        new ArrayList<>(
            byLabel.entrySet().stream()
                .filter(label -> label.getValue().size() >= POSTS)
                .sorted(
                    Comparator.comparing(
                            (Map.Entry<String, List<List<String>>> label) ->
                                -label.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .limit(STEADY + MOST_STEADY)
                .map(Map.Entry::getValue)
                .toList());
    if (largest.size() <= STEADY) {
      throw Refusal.configuration(
          "There are too few topics to plant",
          "%d labels have %d posts or more".formatted(largest.size(), POSTS),
          "Give a file with at least %d such labels.".formatted(STEADY + 1));
    }
    shuffle(largest);
    for (List<List<String>> posts : largest) {
      List<List<String>> turned = new ArrayList<>(posts);
      shuffle(turned);
      classes.add(new ArrayDeque<>(turned));
    }
  }

  int size() {
    return classes.size();
  }

  /**
   * @param number from 1; each is taken once, in order
   */
  Night night(int number) {
    List<List<String>> posts = new ArrayList<>();
    List<Integer> truth = new ArrayList<>();
    for (int of = 0; of < classes.size(); of++) {
      for (int i = 0; speaks(of, number) && i < posts(number); i++) {
        List<String> words = new ArrayList<>(next(of));
        if (isJoint(of, number)) {
          words.addAll(next(of + 1));
        }
        posts.add(words);
        truth.add(of);
      }
    }
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < posts.size(); i++) {
      order.add(i);
    }
    shuffle(order);
    return new Night(
        order.stream().map(posts::get).toList(), order.stream().mapToInt(truth::get).toArray());
  }

  private static int posts(int night) {
    return night == EMPTY_NIGHT ? 0 : night == QUIET_NIGHT ? POSTS_OF_QUIET : POSTS;
  }

  private static boolean speaks(int of, int night) {
    return switch (of) {
      case BIRTH -> night >= NIGHT_OF_BIRTH;
      case DEATH -> night < NIGHT_OF_DEATH;
      case SPLIT + 1 -> night >= NIGHT_OF_SPLIT;
      case MERGE + 1 -> night < NIGHT_OF_MERGE;
      default -> true;
    };
  }

  private static boolean isJoint(int of, int night) {
    return (of == SPLIT && night < NIGHT_OF_SPLIT) || (of == MERGE && night >= NIGHT_OF_MERGE);
  }

  /** A class with few posts says them again on later nights. */
  private List<String> next(int of) {
    List<String> words = classes.get(of).removeFirst();
    classes.get(of).addLast(words);
    return words;
  }

  private <T> void shuffle(List<T> list) {
    for (int i = list.size() - 1; i > 0; i--) {
      java.util.Collections.swap(list, i, random.nextInt(i + 1));
    }
  }
}
