package org.credence.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class PreparationTest {

  private final Preparation preparation = new Preparation(Set.of("acme"));

  @Test
  void keepsWordsThatMayTellATopic() {
    assertThat(
            preparation.words(
                "RT @anna: Acme's 2 new 4K screens don't arrive! #delivery https://t.co/x \uD83D\uDE00",
                "en"))
        .containsExactly("4k", "screens", "arrive", "delivery");
  }

  @Test
  void knowsFrenchStopWords() {
    assertThat(preparation.words("L'application d'Acme ne marche pas aujourd'hui", "fr"))
        .containsExactly("application", "marche");
  }

  @Test
  void takesNothingForAStopWordInOtherLanguages() {
    assertThat(preparation.words("the die", "de")).containsExactly("the", "die");
  }

  @Test
  void findsNothingInPicturesAndSigns() {
    assertThat(preparation.words("\uD83D\uDE00 \uD83D\uDE00 :) 12 !!!", "en")).isEmpty();
  }

  @Test
  void readsTheBeginningOfPages() {
    assertThat(preparation.words("word ".repeat(20_000), "en")).hasSize(Preparation.LONGEST_POST);
  }
}
