package org.credence.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageIdTest {

  private final Features features = new Features();
  private final LanguageId languageId = new LanguageId(List.of("en", "fr"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          -     | The delivery was late again and nobody answered my mail    | en
          -     | La livraison est encore en retard et personne ne me répond | fr
          -     | El pedido llegó tarde otra vez y nadie contesta            | es
          und   | La livraison est encore en retard et personne ne me répond | fr
          -     | ok merci                                                   | -
          -     | https://example.com/la-livraison-est-en-retard @la_poste   | -
          fr-CA | ok                                                         | fr
          en_GB | La livraison est encore en retard et personne ne me répond | en
          in    | ok                                                         | id
          """)
  void tells(@Nullable String declared, String text, @Nullable String expected) {
    assertThat(languageId.of(features.of(text), declared).orElse(null)).isEqualTo(expected);
  }
}
