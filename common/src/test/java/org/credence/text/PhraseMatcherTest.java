package org.credence.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhraseMatcherTest {

  private static final List<String> PATTERNS =
      List.of("listen* to", "customer service", "customer service desk", "work*", "à l'écoute");

  private final PhraseMatcher matcher = matcher();
  private final Features features = new Features();
  private final PhraseHits hits = new PhraseHits();

  private static PhraseMatcher matcher() {
    PhraseMatcher.Builder builder = PhraseMatcher.builder();
    for (int i = 0; i < PATTERNS.size(); i++) {
      builder.addPattern(PATTERNS.get(i), i);
    }
    return builder.build();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          They listened to us, listening to all | 0,0
          I listen, to be fair                  |
          The CUSTOMER  service desk            | 1,2
          Their customer service's answer       | 1
          customer services                     |
          work workers networks                 | 3,3
          Toujours à l’écoute                   | 4
          see http://work.example/work          |
          """)
  void findsPhrases(String text, String expected) {
    assertThat(find(matcher, text))
        .isEqualTo(
            expected == null
                ? List.of()
                : List.of(expected.split(",")).stream().map(Integer::valueOf).toList());
  }

  @Test
  void aStarInAPlainPhraseIsAStar() {
    PhraseMatcher plain = PhraseMatcher.builder().add("E*Trade", 7).build();

    assertThat(find(plain, "my e*trade account")).containsExactly(7);
    assertThat(find(plain, "my etrade account")).isEmpty();
  }

  @Test
  void aPhraseMayHaveSeveralNumbers() {
    PhraseMatcher shared = PhraseMatcher.builder().add("acme", 3).add("ACME", 1).build();

    assertThat(find(shared, "Acme! acme?")).containsExactly(1, 3, 1, 3);
    hits.sortDistinct();
    assertThat(hits.size()).isEqualTo(2);
  }

  @Test
  void refusesWhatNoTextCanHold() {
    assertThatThrownBy(() -> PhraseMatcher.builder().add("\u200b", 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PhraseMatcher.builder().add("www.acme.com", 0))
        .hasMessage("no text can hold 'www.acme.com' as words");
    assertThatThrownBy(() -> PhraseMatcher.builder().addPattern("good !*", 0))
        .hasMessage("no text can hold '!*' as words");
  }

  private List<Integer> find(PhraseMatcher phrases, String text) {
    hits.clear();
    phrases.find(features.tokensOf(text).tokens(), hits);
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < hits.size(); i++) {
      found.add(hits.id(i));
    }
    return found;
  }
}
