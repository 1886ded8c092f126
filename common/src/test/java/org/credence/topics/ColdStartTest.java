package org.credence.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.credence.topics.Clustering.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ColdStartTest {

  private static final int THEMES = 4;

  @ParameterizedTest
  @EnumSource(Kind.class)
  void findsPlantedTopics(Kind kind) {
    Corpus corpus = planted(400, 3);
    Clustering found = ColdStart.of(corpus, kind, THEMES, 5);
    assertThat(Agreement.nmi(found.assigned(), themes(400))).isGreaterThan(0.95);
    assertThat(Agreement.nmi(found.assign(corpus, corpus), themes(400))).isGreaterThan(0.95);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void repeatsWithTheSameSeed(Kind kind) {
    Corpus corpus = planted(200, 3);
    int[] once = ColdStart.of(corpus, kind, 20, 5).assigned();
    assertThat(ColdStart.of(corpus, kind, 20, 5).assigned()).isEqualTo(once);
    assertThat(ColdStart.of(corpus, kind, 20, 6).assigned()).isNotEqualTo(once);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void answersForAnyScope(Kind kind) {
    assertThat(ColdStart.of(Corpus.of(List.of()), kind, 3, 1).assigned()).isEmpty();
    List<List<String>> silent = List.of(List.of(), List.of(), List.of());
    assertThat(ColdStart.of(Corpus.of(silent), kind, 5, 1).assigned()).hasSize(3);
    List<List<String>> few = List.of(List.of("one", "two"), List.of("two", "one"), List.of("two"));
    assertThat(ColdStart.of(Corpus.of(few), kind, 5, 1).assigned()).hasSize(3);
    List<List<String>> same = Collections.nCopies(50, Collections.nCopies(1000, "word"));
    int[] assigned = ColdStart.of(Corpus.of(same), kind, 5, 1).assigned();
    assertThat(assigned).hasSize(50).containsOnly(assigned[0]);
  }

  @Test
  void copiesGoWhereTheirTextGoesAndMoveNoOther() {
    List<List<String>> posts = new ArrayList<>(prepared(200, 3));
    int[] alone = ColdStart.of(Corpus.of(posts), Kind.MIXTURE, THEMES, 5).assigned();
    posts.addAll(Collections.nCopies(20, posts.get(7)));
    int[] crowd = ColdStart.of(Corpus.of(posts), Kind.MIXTURE, THEMES, 5).assigned();
    assertThat(Arrays.copyOfRange(crowd, 200, 220)).containsOnly(crowd[7]);
    assertThat(Agreement.nmi(Arrays.copyOf(crowd, 200), alone)).isGreaterThan(0.95);
    Copies copies = Copies.of(Corpus.of(posts).posts);
    assertThat(copies.distinct()).hasSize(200);
    assertThat(copies.place()[219]).isEqualTo(copies.place()[7]);
  }

  @Test
  void aCampaignWithAWordChangedIsOneVoice() {
    List<List<String>> posts = new ArrayList<>();
    for (int post = 0; post < 30; post++) {
      List<String> words = new ArrayList<>();
      for (int word = 0; word < 20; word++) {
        words.add(word == 19 ? "name" + post : "w" + word);
      }
      posts.add(words);
      posts.add(List.of("short", "text", "number" + post));
    }

    Copies copies = Copies.of(Corpus.of(posts).posts);

    assertThat(copies.distinct()).hasSize(31).startsWith(0, 1, 3, 5);
    assertThat(copies.place()).startsWith(0, 1, 0, 2, 0, 3).endsWith(0, 30);
  }

  @Test
  void wordsTellTopicsApart() {
    Corpus corpus = planted(400, 3);
    List<int[]> words = TopicWords.of(corpus, themes(400), THEMES, 8, 5);
    for (int theme = 0; theme < THEMES; theme++) {
      String prefix = "t" + theme;
      assertThat(corpus.words(words.get(theme)))
          .hasSize(5)
          .allSatisfy(word -> assertThat(word).startsWith(prefix));
    }
    assertThat(TopicWords.diversity(words)).isEqualTo(1);
    assertThat(TopicWords.of(corpus, themes(400), THEMES, 101, 5)).isEmpty();
  }

  @Test
  void theChoiceIsOfTheKindThatForeseesOtherPosts() {
    Choice apart = Choice.of(planted(400, 3), THEMES, 1);
    double words = -Math.log(10);
    assertThat(apart.mixture()).isBetween(words - 1.5, words);
    assertThat(apart.centroids()).isBetween(words - 1.5, words);
    assertThat(apart.kind())
        .isEqualTo(apart.centroids() > apart.mixture() ? Kind.CENTROIDS : Kind.MIXTURE);
    Choice blurred = Choice.of(planted(400, 3), 12, 1);
    assertThat(blurred.kind()).isEqualTo(Kind.MIXTURE);
    assertThat(blurred.mixture()).isGreaterThan(blurred.centroids());
    assertThat(Choice.of(Corpus.of(List.of()), 3, 1).kind()).isEqualTo(Kind.MIXTURE);
  }

  private static int[] themes(int posts) {
    int[] themes = new int[posts];
    for (int post = 0; post < posts; post++) {
      themes[post] = post % THEMES;
    }
    return themes;
  }

  private static Corpus planted(int posts, long seed) {
    return Corpus.of(prepared(posts, seed));
  }

  /** Each post has six words of its theme out of ten, and two that all themes share. */
  private static List<List<String>> prepared(int posts, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<List<String>> prepared = new ArrayList<>();
    for (int post = 0; post < posts; post++) {
      List<String> words = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        words.add("t" + post % THEMES + "w" + random.nextInt(10));
      }
      words.add("s" + random.nextInt(20));
      words.add("s" + random.nextInt(20));
      prepared.add(words);
    }
    return prepared;
  }
}
