package org.credence.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NearDuplicatesTest {

  private static final String PRESS =
      "the bank said on Monday that it will close forty of its branches in the north before the end"
          + " of the year because fewer people come to the counter than ten years ago";

  private final Features features = new Features();
  private final NearDuplicates clusters = new NearDuplicates();

  @Test
  void linksHandlesCaseAndAFewWordsMakeNoOtherPost() {
    assertThat(cluster(PRESS)).isZero();
    assertThat(cluster("RT @wire: " + PRESS + " https://t.co/x #news")).isZero();
    assertThat(cluster(PRESS.toUpperCase(java.util.Locale.ROOT) + "!!! \uD83D\uDE00")).isZero();
    assertThat(cluster(PRESS.replace("Monday", "Tuesday"))).isZero();
    assertThat(cluster(PRESS.replace("forty", "fifty") + " @a @b http://example.org/a")).isZero();
    assertThat(cluster(PRESS.replace("Monday", "Friday").replace("ago", "before")))
        .as("two words of thirty")
        .isZero();
    assertThat(clusters.size()).isEqualTo(1);
  }

  @Test
  void otherWordsOrAnotherOrderAreAnotherPost() {
    cluster(PRESS);

    assertThat(cluster(PRESS.substring(PRESS.length() / 2))).isEqualTo(1);
    List<String> words = new ArrayList<>(List.of(PRESS.split(" ")));
    Collections.reverse(words);
    assertThat(cluster(String.join(" ", words))).isEqualTo(2);
  }

  @Test
  void aClusterDoesNotDrift() {
    String[] words = PRESS.split(" ");
    int first = cluster(PRESS);
    int last = first;
    for (int i = 0; i < words.length; i++) {
      words[i] = "other" + i;
      last = cluster(String.join(" ", words));
    }

    assertThat(last).isGreaterThan(first);
  }

  @Test
  void fewWordsAreNobodysCopy() {
    for (String text :
        List.of("", "\uD83D\uDE00\uD83D\uDE00", "thank you very much", "@a http://t.co")) {
      assertThat(cluster(text)).isEqualTo(NearDuplicates.NONE);
      assertThat(cluster(text)).isEqualTo(NearDuplicates.NONE);
    }
    assertThat(cluster("thank you very much indeed")).isZero();
    assertThat(cluster("word ".repeat(20_000))).isEqualTo(cluster("word ".repeat(5)));
  }

  @Test
  void pagesAreComparedByTheirSketches() {
    Random random = new Random(3);
    List<String> page = text(random, 15_000);
    List<String> edited = new ArrayList<>(page);
    for (int i = 0; i < 300; i++) {
      edited.set(random.nextInt(edited.size()), "edited" + i);
    }
    int[] one = sketch(String.join(" ", page));
    int[] other = sketch(String.join(" ", edited));

    assertThat(one).hasSize(Sketch.MOST).isSorted();
    assertThat(Sketch.resemblance(one, other))
        .isCloseTo(jaccard(pairs(page), pairs(edited)), within(0.1));
    assertThat(clusters.cluster(one)).isZero();
    assertThat(clusters.cluster(other)).isZero();
    assertThat(cluster(String.join(" ", text(random, 15_000)))).isEqualTo(1);
  }

  /** Against a look at all pairs of posts that were edited by any number of words. */
  @Test
  void findsWhatExactComparisonFinds() {
    Random random = new Random(5);
    List<Set<String>> founders = new ArrayList<>();
    List<List<String>> originals = new ArrayList<>();
    int duplicates = 0;
    int found = 0;
    for (int post = 0; post < 3000; post++) {
      List<String> words =
          post % 3 == 0 ? text(random, 8 + random.nextInt(40)) : edited(random, originals);
      originals.add(words);
      Set<String> pairs = pairs(words);
      boolean isDuplicate = founders.stream().anyMatch(other -> jaccard(pairs, other) >= 0.8);
      int cluster = cluster(String.join(" ", words));
      duplicates += isDuplicate ? 1 : 0;
      if (cluster < founders.size()) {
        found++;
        assertThat(jaccard(pairs, founders.get(cluster))).isGreaterThanOrEqualTo(0.8);
      } else {
        founders.add(pairs);
      }
    }

    assertThat(duplicates).isBetween(500, 2000);
    assertThat(found).isBetween((int) (0.99 * duplicates), duplicates);
  }

  private int cluster(String text) {
    return clusters.cluster(sketch(text));
  }

  private int[] sketch(String text) {
    return Sketch.of(features.tokensOf(text).tokens());
  }

  private static List<String> text(Random random, int length) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      words.add("w" + random.nextInt(2000));
    }
    return words;
  }

  private static List<String> edited(Random random, List<List<String>> originals) {
    List<String> words = new ArrayList<>(originals.get(random.nextInt(originals.size())));
    for (int edits = random.nextInt(4); edits > 0; edits--) {
      words.set(random.nextInt(words.size()), "w" + random.nextInt(2000));
    }
    return words;
  }

  private static Set<String> pairs(List<String> words) {
    Set<String> pairs = new HashSet<>();
    for (int i = 1; i < words.size(); i++) {
      pairs.add(words.get(i - 1) + " " + words.get(i));
    }
    return pairs;
  }

  private static double jaccard(Set<String> one, Set<String> other) {
    Set<String> both = new HashSet<>(one);
    both.retainAll(other);
    return (double) both.size() / (one.size() + other.size() - both.size());
  }
}
