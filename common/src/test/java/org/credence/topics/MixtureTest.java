package org.credence.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class MixtureTest {

  private final Corpus corpus =
      Corpus.of(
          List.of(
              List.of("a", "b"),
              List.of("a", "b", "b"),
              List.of("c"),
              List.of("c", "a", "c"),
              List.of()));
  private final Mixture mixture = new Mixture(2, corpus.kept(), 0.1, 0.2);

  @Test
  void scoresAreThoseOfTheCollapsedPosterior() {
    mixture.add(corpus.bags, 0, 0);
    mixture.add(corpus.bags, 2, 1);
    mixture.add(corpus.bags, 3, 1);
    double[] scores = new double[2];
    mixture.scores(corpus.bags, 1, scores);
    double prior = 3 * 0.2;
    double first = 1.1 * 1.2 * 1.2 * 2.2 / ((2 + prior) * (3 + prior) * (4 + prior));
    double second = 2.1 * 1.2 * 0.2 * 1.2 / ((4 + prior) * (5 + prior) * (6 + prior));
    assertThat(Math.exp(scores[0])).isCloseTo(first, within(1e-12));
    assertThat(Math.exp(scores[1])).isCloseTo(second, within(1e-12));
    mixture.posterior(corpus.bags, 1, scores);
    assertThat(scores[0]).isCloseTo(first / (first + second), within(1e-12));
  }

  @Test
  void aPostWithoutWordsHasThePrior() {
    mixture.add(corpus.bags, 0, 0);
    double[] posterior = new double[2];
    mixture.posterior(corpus.bags, 4, posterior);
    assertThat(posterior[0]).isCloseTo(1.1 / 1.2, within(1e-12));
  }

  @Test
  void wordsHeldOutAreAsProbableAsAllSlotsTogetherSay() {
    mixture.add(corpus.bags, 0, 0);
    mixture.add(corpus.bags, 2, 1);
    double prior = 3 * 0.2;
    double first = 0.5 * 0.2 / (2 + prior);
    double second = 0.5 * 1.2 / (1 + prior);
    assertThat(mixture.perWord(corpus.of(new int[] {2, 4}).bags))
        .isCloseTo(Math.log(first + second), within(1e-12));
    assertThat(mixture.perWord(corpus.of(new int[] {4}).bags)).isZero();
  }

  @Test
  void removingUndoesAdding() {
    mixture.addAll(corpus.bags, new int[] {0, 0, 1, 1, 1});
    for (int post = 0; post < 5; post++) {
      mixture.remove(corpus.bags, post, post < 2 ? 0 : 1);
    }
    assertThat(mixture.counts).containsOnly(0);
    assertThat(mixture.tokens).containsOnly(0);
    assertThat(mixture.posts).containsOnly(0);
  }

  @Test
  void memoryHalvesAndVanishes() {
    mixture.addAll(corpus.bags, new int[] {0, 0, 1, 1, 1});
    Mixture half = mixture.halved();
    assertThat(half.tokens).containsExactly(5 * Mixture.ONE / 2, 4 * Mixture.ONE / 2);
    Mixture later = half;
    for (int night = 0; night < 6; night++) {
      later = later.halved();
    }
    assertThat(later.counts).containsOnly(0);
    assertThat(later.tokens).containsOnly(0);
  }

  @Test
  void risingProductsOfLongPostsDontOverflow() {
    double sum = 0;
    for (int i = 0; i < 1000; i++) {
      sum += Math.log(1e6 + i);
    }
    assertThat(Mixture.logRising(1e6, 1000)).isCloseTo(sum, within(1e-6));
  }
}
