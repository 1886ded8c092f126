package org.credence.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmojiLabelTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      quoteCharacter = '`',
      textBlock =
          """
          They replied at once :) 😍   | 1  | they replied at once
          @Acme l'appli plante 😡😡     | -1 | @acme l' appli plante
          I love it                    | -  | i love it
          great 😍 but late 😡          | -  | great but late
          see you ;)                   | -  | see you
          """)
  void tellsWhatPicturesSay(String text, @Nullable Integer label, String rest) {
    Tokens tokens = new Tokeniser().of(text);

    assertThat(EmojiLabel.of(tokens).stream().boxed().findFirst().orElse(null)).isEqualTo(label);
    assertThat(EmojiLabel.without(tokens)).isEqualTo(rest);
  }
}
