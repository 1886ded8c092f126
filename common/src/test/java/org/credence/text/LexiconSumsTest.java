package org.credence.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconSumsTest {

  private final Features features = new Features();

  /** VADER: good 1.9, bad -2.5, love 3.2; VADER-fr: bon 1.9? the rows say. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          en | good                     | positive sum                    | 1.9
          en | very good                | positive sum                    | 2.47
          en | not good                 | negative sum                    | 1.406
          en | not good                 | turned sum                      | 1.9
          en | not now. good            | positive sum                    | 1.9
          en | goooood                  | positive sum                    | 1.9
          en | GOOD                     | valence in capitals             | 1.9
          en | good but bad             | last valence                    | -2.5
          en | good 😍 :(               | emoji and emoticons positive    | 3
          en | good 😍 :(               | emoji and emoticons negative    | 2
          en | see http://a.b @c #d !!  | links                           | 1
          en | see http://a.b @c #d !!  | handles                         | 1
          en | see http://a.b @c #d !!  | hashtags                        | 1
          en | see http://a.b @c #d !!  | exclamation marks               | 2
          fr | ce n'est pas bien        | negations                       | 2
          fr | déçu                     | negative words                  | 1
          xx | good 😍                  | positive sum                    | 3
          """)
  void sums(String language, String text, String name, double expected) {
    double[] sums = features.of(text).lexiconSums(Lexicon.of(language));

    assertThat(sums[LexiconSums.NAMES.indexOf(name)])
        .isCloseTo(expected, org.assertj.core.data.Offset.offset(1e-6));
  }
}
