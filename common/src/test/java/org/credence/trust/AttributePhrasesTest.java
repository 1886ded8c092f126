package org.credence.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.credence.settings.Refusal;
import org.credence.settings.TrustModelFile;
import org.credence.settings.TrustModelFile.Attribute;
import org.credence.settings.TrustModelFile.Cluster;
import org.credence.text.Features;
import org.credence.text.PhraseHits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributePhrasesTest {

  private final Features features = new Features();

  /** The shipped model, as a company that changes nothing gets it. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          en | Their customer service never replied            | listens-to-customers
          en | They treated their staff like dirt, now layoffs | treats-employees-well
          en | A rip off: hidden fees and no refund            | customers-ahead-of-profits
          en | We were kept in the dark, broken promises       | communicates-honestly
          en | Fined for bribery and tax evasion               | ethical-practices
          en | They recalled the car and apologised            | responsible-in-crisis
          en | Be transparent about our data                   | transparent
          en | Great quality, but the app is not working       | high-quality
          en | An innovative prototype                         | innovator
          en | Cutting carbon emissions and plastic waste      | protects-environment
          en | Proud of their diversity and accessibility      | addresses-society
          en | They fund local schools and food banks          | local-community
          en | A partnership with UNICEF                       | partners
          en | The new CEO is a great founder                  | admired-leadership
          en | Voted most admired, fortune 500                 | global-ranking
          en | Quarterly earnings up, shareholders smile       | financial-returns
          en | The CEO apologised for the layoffs              | treats-employees-well responsible-in-crisis admired-leadership
          en | I love this band                                |
          en | le PDG présente ses excuses                     |
          fr | Le service client ne répond jamais              | listens-to-customers
          fr | Toujours à l’écoute                             | listens-to-customers
          fr | Les salariés sont en grève                      | treats-employees-well
          fr | Une arnaque, jamais remboursée                  | customers-ahead-of-profits
          fr | Belles promesses et langue de bois              | communicates-honestly
          fr | Accusé de fraude et d'évasion fiscale           | ethical-practices
          fr | Scandale : la marque s'excuse                   | responsible-in-crisis
          fr | Jouer la transparence sur nos données           | transparent
          fr | Qualité au top mais tombé en panne              | high-quality
          fr | Une nouvelle génération, très innovante         | innovator
          fr | Moins d’émissions pour l’environnement          | protects-environment
          fr | Accessibilité et handicap                       | addresses-society
          fr | Des bénévoles pour le commerce local            | local-community
          fr | En partenariat avec la Croix-Rouge              | partners
          fr | Le PDG démissionne                              | admired-leadership
          fr | Élue meilleure marque, numéro un du classement  | global-ranking
          fr | Son chiffre d'affaires et ses bénéfices         | financial-returns
          fr | Bon anniversaire à tous                         |
          es | quality, qualité, calidad                       |
          """)
  void findsTheShippedModelsAttributes(String language, String text, String expected)
      throws IOException {
    assertThat(find(new AttributePhrases(shipped()), language, text))
        .isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void theShippedModelHasSixteenAttributesInFiveClusters() throws IOException {
    TrustModelFile model = shipped();

    assertThat(model.clusters())
        .extracting(Cluster::id)
        .containsExactly("engagement", "integrity", "products", "purpose", "operations");
    assertThat(model.attributes()).hasSize(16);
    for (Attribute attribute : model.attributes()) {
      assertThat(attribute.name()).containsOnlyKeys("en", "fr");
      assertThat(attribute.phrases()).containsOnlyKeys("en", "fr");
      attribute
          .phrases()
          .values()
          .forEach(phrases -> assertThat(phrases).hasSizeBetween(10, 30).doesNotHaveDuplicates());
    }
  }

  @Test
  void refusesAPhraseThatNoTextCanHold() {
    Attribute attribute =
        new Attribute("quality", Map.of("en", "Quality"), Map.of("en", List.of("well !*")));
    TrustModelFile model =
        new TrustModelFile(
            "own", 1, List.of(new Cluster("c", Map.of("en", "C"), List.of(attribute))));

    assertThatThrownBy(() -> new AttributePhrases(model))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("Attribute 'quality' of the trust model can't be looked for");
  }

  private String find(AttributePhrases phrases, String language, String text) {
    PhraseHits hits = new PhraseHits();
    phrases.find(language, features.tokensOf(text).tokens(), hits);
    StringJoiner found = new StringJoiner(" ");
    for (int i = 0; i < hits.size(); i++) {
      found.add(phrases.id(hits.id(i)));
    }
    return found.toString();
  }

  private static TrustModelFile shipped() throws IOException {
    return YAMLMapper.builder()
        .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
        .build()
        .readValue(Path.of("../conf/trust-model.yaml").toFile(), TrustModelFile.class);
  }
}
