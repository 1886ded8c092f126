package org.credence.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.credence.topics.Clustering.Kind;
import org.junit.jupiter.api.Test;

class WarmStartTest {

  private static final int THEMES = 4;

  private final Corpus first = Corpus.of(night(200, 1));
  private final Clustering cold = ColdStart.of(first, Kind.MIXTURE, THEMES, 5);
  private final TopicMemory memory = TopicMemory.of(first, cold);

  @Test
  void steadyTopicsKeepTheirSlotsNightAfterNight() {
    TopicMemory before = memory;
    for (int night = 2; night <= 6; night++) {
      WarmStart warm = WarmStart.of(before, Corpus.of(night(120, night)), night);
      int[] slots = warm.found().assigned();
      for (int post = 0; post < slots.length; post++) {
        assertThat(slots[post]).isEqualTo(cold.assigned()[post % THEMES]);
      }
      before = warm.memory();
    }
  }

  @Test
  void theSameSeedGivesTheSameBytes() {
    Corpus tonight = Corpus.of(night(120, 9));
    WarmStart once = WarmStart.of(memory, tonight, 3);
    WarmStart again = WarmStart.of(memory, tonight, 3);
    assertThat(again.found().assigned()).isEqualTo(once.found().assigned());
    assertThat(again.memory().words()).isEqualTo(once.memory().words());
    assertThat(again.memory().counts().counts).isEqualTo(once.memory().counts().counts);
  }

  @Test
  void countsOfTheSameWordsAddWhateverTheirNumbers() {
    Corpus one = Corpus.of(List.of(List.of("a", "b"), List.of("a", "b")));
    Corpus other = Corpus.of(List.of(List.of("c", "b", "b"), List.of("b", "c", "c")));
    TopicMemory before = TopicMemory.of(one, new Clustering(Kind.MIXTURE, 1, new int[] {0, 0}));
    TopicMemory after = WarmStart.of(before, other, 1).memory();
    assertThat(after.words()).containsExactly("b", "c", "a");
    assertThat(after.counts().counts)
        .containsExactly(4 * Mixture.ONE, 3 * Mixture.ONE, Mixture.ONE);
    assertThat(after.counts().tokens).containsExactly(8 * Mixture.ONE);
    assertThat(after.counts().posts).containsExactly(3 * Mixture.ONE);
  }

  @Test
  void nightsWithoutPostsForget() {
    TopicMemory before = memory;
    for (int night = 0; night < 12; night++) {
      WarmStart warm = WarmStart.of(before, Corpus.of(List.of()), 1);
      assertThat(warm.found().assigned()).isEmpty();
      before = warm.memory();
    }
    assertThat(before.words()).isEmpty();
    assertThat(before.counts().posts).hasSize(THEMES);
  }

  /** Six words of a theme and two that all share; posts of a theme are {@link #THEMES} apart. */
  private static List<List<String>> night(int posts, long seed) {
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
