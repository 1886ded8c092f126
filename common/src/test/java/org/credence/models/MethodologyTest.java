package org.credence.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.credence.settings.Digest;
import org.credence.settings.Settings;
import org.credence.storage.Storage;
import org.credence.testing.ConfFolder;
import org.credence.text.Features;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MethodologyTest {

  private static final Map<String, String> MODELS = Map.of("en", "1 aa", "fr", "2 bb");

  @TempDir Path root;
  private ConfFolder conf;
  private Methodology before;

  @BeforeEach
  void aMethodology() {
    conf = ConfFolder.in(root);
    before = now(MODELS);
  }

  private Methodology now(Map<String, String> models) {
    return Methodology.of(settings(), models, "key");
  }

  private Settings settings() {
    return Settings.load(conf.path(), Map.of());
  }

  /** What breaks: nothing, trust figures, or volumes with them; of acme, and of globex. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          brands.yaml      | name: Globex        | name: Globex SA     | ''               | -      | -
          brands.yaml      | 'competitors: [globex]' | 'competitors: []' | ''              | -      | -
          brands.yaml      | 'aliases: [globex]' | 'aliases: [globo]'  | the brands globex | -     | counts
          brands.yaml      | [acme road]         | [acme way]          | the brands acme  | counts | -
          brands.yaml      | AcmeHelps           | AcmeCares           | the brands acme  | counts | -
          trust-model.yaml | honest*             | frank*              | the trust model  | scores | scores
          trust-model.yaml | en: Honest          | en: Frank           | ''               | -      | -
          credence.yaml    | '[en, fr]'          | '[en]'              | the languages    | counts | counts
          credence.yaml    | seed: 7             | seed: 8             | ''               | -      | -
          """)
  void onlyWhatDecidesAFigureBreaksIt(
      String file, String from, String to, String changes, String acme, String globex) {
    conf.replace(file, from, to);
    Methodology after = now(MODELS);

    assertThat(String.join("; ", before.changes(after))).isEqualTo(changes);
    assertThat(before.scoresAs(after)).isEqualTo(changes.isEmpty());
    assertThat(broken(after, "acme")).isEqualTo(acme);
    assertThat(broken(after, "globex")).isEqualTo(globex);
  }

  private String broken(Methodology after, String brand) {
    if (!before.counts(brand).equals(after.counts(brand))) {
      return "counts";
    }
    return before.scores(brand).equals(after.scores(brand)) ? "-" : "scores";
  }

  @Test
  void anotherModelBreaksTrustOnly() {
    Methodology after = now(Map.of("en", "1 aa", "fr", "3 cc"));

    assertThat(before.changes(after)).containsExactly("the models of fr");
    assertThat(broken(after, "acme")).isEqualTo("scores");
  }

  @Test
  void aModelTrainedAgainFromTheSameBreaksNothing() {
    Methodology after = now(Map.of("en", "1 aa", "fr", "2 ff"));

    assertThat(before.changes(after)).containsExactly("the models of fr");
    assertThat(broken(after, "acme")).isEqualTo("-");
  }

  @Test
  void aBrandThatIsNotLookedForHasNoFigures() {
    assertThat(before.counts("newcomer")).isEmpty();
    assertThat(before.scores("newcomer")).isEmpty();
  }

  @Test
  void lakesOfTheLastReleaseKnowItByTheSameName() {
    Settings settings = settings();

    assertThat(before.id())
        .isEqualTo(
            Digest.brief(
                1,
                Features.VERSION,
                settings.brands(),
                settings.trustModel(),
                settings.credence().languages(),
                new TreeMap<>(MODELS),
                "key"));
  }

  @Test
  void isKeptBesideTheModels() {
    Methodologies kept = new Methodologies(Storage.local(root.resolve("models").toUri()));
    assertThat(kept.find(before.id())).isEmpty();

    kept.keep(before);
    kept.keep(before);

    assertThat(kept.find(before.id())).contains(before);
    assertThat(before.isRepeatable("key")).isTrue();
    assertThat(before.isRepeatable("another key")).isFalse();
    assertThat(root.resolve("models/methodologies/" + before.id() + ".json")).exists();
  }
}
