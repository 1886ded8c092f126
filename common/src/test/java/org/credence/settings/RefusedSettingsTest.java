package org.credence.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.credence.testing.ConfFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedSettingsTest {

  @TempDir Path root;
  private ConfFolder conf;

  @BeforeEach
  void aConfFolderThatIsRight() {
    conf = ConfFolder.in(root);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          credence.yaml    | minimum-cell-size: 10     | minimum-cel-size: 10          | 'minimum-cel-size' is not a setting
          credence.yaml    | minimum-cell-size: 10     | minimum-cell-size: ten        | 'minimum-cell-size' has the wrong type
          credence.yaml    | minimum-cell-size: 10     | minimum-cell-size: 10.5       | 'minimum-cell-size' has the wrong type
          credence.yaml    | minimum-cell-size: 10     | minimum-cell-size: 1          | minimum-cell-size must be at least 2
          credence.yaml    | 'read: false'             | 'read: maybe'                 | 'employees.read' has the wrong type
          credence.yaml    | minimum-cell-size: 20     | minimum-cell-size: 19         | employees.minimum-cell-size must be at least 20
          credence.yaml    | seed: 7                   |                               | 'seed' is missing
          credence.yaml    | seed: 7                   | seed:                         | 'seed' is missing
          credence.yaml    | demo: false               | demo: "no"                    | 'demo' has the wrong type
          credence.yaml    | '[en, fr]'                | en                            | 'languages' has the wrong type
          credence.yaml    | '[en, fr]'                | '[en, english]'               | languages holds 'english'
          credence.yaml    | '[en, fr]'                | '[en, en]'                    | languages names a language twice
          credence.yaml    | '[en, fr]'                | '[]'                          | languages must name at least one
          credence.yaml    | Europe/Paris              | Europe/Pari                   | reporting-time-zone 'Europe/Pari' is no time zone
          credence.yaml    | type: hadoop              | type: hive                    | 'catalog.type' has the wrong type
          credence.yaml    | type: hadoop              | type: jdbc                    | catalog.uri must be given for a jdbc catalog
          credence.yaml    | stars: 0.2                | stars: 2                      | training.weights must lie between 0 and 1
          credence.yaml    | record-mb: 8              | record-mb: 0                  | reading.record-mb must lie between 1 and 512
          credence.yaml    | ratio: 200                | ratio: 1                      | reading.ratio must be at least 10
          credence.yaml    | posts-per-day: 20         | posts-per-day: 1              | bots.posts-per-day must be at least 2
          credence.yaml    | nights: 35                | nights: -1                    | rescoring.nights must be 0 or more, was -1
          credence.yaml    | nights: 35                | nights: all                   | 'rescoring.nights' has the wrong type
          credence.yaml    | nights: 35                |                               | 'rescoring' is missing
          credence.yaml    | window: 28                | window: 0                     | topics.window must be 1 to 365
          credence.yaml    | smallest-scope: 200       | smallest-scope: 0             | topics.smallest-scope must be at least 1
          credence.yaml    | slots: 60                 | slots: 1                      | topics.slots must be 2 to 500
          credence.yaml    | largest-night: 50000      | largest-night: 10             | topics.largest-night must be 1,000 to 1,000,000
          credence.yaml    | slots: 60                 |                               | 'topics.slots' is missing
          credence.yaml    | enabled: true             | enabled: perhaps              | 'topics.enabled' has the wrong type
          credence.yaml    | volume-factor: 8          |                               | 'audits.volume-factor' is missing
          credence.yaml    | volume-factor: 8          | volume-factor: 1              | audits.volume-factor must be more than 1
          credence.yaml    | net-drift: 0.4            | net-drift: much               | 'audits.net-drift' has the wrong type
          credence.yaml    | least-weeks: 4            | least-weeks: 9                | audits.least-weeks must be 2 to history-weeks
          credence.yaml    | missing-sources: 0.5      | missing-sources: 50           | audits.missing-sources must lie in 0 to 1
          credence.yaml    | keep-nights: 7            | keep-nights: 1                | editions.keep-nights must be at least 2
          credence.yaml    | text-days: 400            | text-days: -1                 | retention must be given in days, 0 for good, was -1
          credence.yaml    | rejects-days: 90          |                               | 'retention.rejects-days' is missing
          credence.yaml    | snapshot-nights: 2        | snapshot-nights: 0            | upkeep.snapshot-nights must be at least 1
          credence.yaml    | sweep-days: 7             | sweep-days: 0                 | upkeep.sweep-days must be at least 1
          credence.yaml    | disk-budget-gb: 0         | disk-budget-gb: -1            | upkeep.disk-budget-gb must not be negative
          credence.yaml    | keep-month-ends: true     | keep-month-ends: some         | 'editions.keep-month-ends' has the wrong type
          credence.yaml    | seed: 7                   | '  seed: [7'                  | it is no YAML at line
          brands.yaml      | id: globex                | id: acme                      | brand id 'acme' is given twice
          brands.yaml      | name: Globex              | name: ACME                    | brand name 'ACME' is given twice
          brands.yaml      | 'aliases: [globex]'       | 'aliases: []'                 | brand 'globex' has no alias
          brands.yaml      | 'aliases: [globex]'       | 'aliases: [" "]'              | brand 'globex' has no alias or an empty one
          brands.yaml      | id: globex                | id: glo bex                   | brand id 'glo bex' may hold letters
          brands.yaml      | 'competitors: [globex]'   | 'competitors: [acme]'         | names the competitor 'acme', which is no other brand
          brands.yaml      | 'aliases: [globex]'       | 'alias: [globex]'             | 'brands[1].alias' is not a setting
          sources.yaml     | time-zone: UTC            | time-zone: Moon               | has the time zone 'Moon', which is unknown
          sources.yaml     | folder: twitter           | folder: ../twitter            | must name a folder inside the archive
          sources.yaml     | network: public           | network: everybody            | 'sources[0].network' has the wrong type
          sources.yaml     | language: ""              | language: english             | has the language 'english'
          trust-model.yaml | id: honest                | id: integrity                 | attribute id 'integrity' is given twice
          trust-model.yaml | id: honest                | id: Honest Firm               | must be lower-case-with-dashes
          topics.yaml      | Late deliveries           | '" "'                         | 'acme.en.12' needs a name of one line
          topics.yaml      | '{acme.en.12: L'          | '{acme.12: L'                 | names the topic 'acme.12', which is no id
          topics.yaml      | acme.en.31                | acme.fr.31                    | only into another of its brand and language
          topics.yaml      | acme.en.31                | acme.en.12                    | only into another of its brand and language
          topics.yaml      | '{acme.en.31'             | '{acme.en.12: acme.en.31, acme.en.31' | goes elsewhere itself
          topics.yaml      | 'rename: {acme.en.12'     | 'rename: {acme.en.31'         | is renamed, and merged into 'acme.en.12'
          topics.yaml      | '[acme.fr.4]'             | '[acme.fr.4, acme.fr.4]'      | hide names the topic 'acme.fr.4' twice
          topics.yaml      | '[acme.fr.4]'             | '[acme.en.12]'                | is pinned, and hidden or merged
          topics.yaml      | 'pin: [acme.en.12]'       | 'pins: []'                    | 'pins' is not a setting
          spark/local.conf | 'spark.master  local[2]'  | master local                  | 'master' is no Spark property with a value
          """)
  void aWrongFileIsRefusedBeforeAnythingStarts(
      String file, String right, String wrong, String reason) {
    conf.replace(file, right, wrong == null ? "" : wrong);

    Refusal refusal = refusal(Map.of());

    assertThat(refusal.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(refusal.problem()).contains(root.resolve("conf").resolve(file).toString());
    assertThat(refusal.reason()).contains(reason);
    assertThat(refusal.remedy()).isNotBlank();
    assertThat(refusal.getMessage()).doesNotContain("\n");
  }

  @Test
  void aMisspeltKeyIsToldTheNearestOne() {
    conf.replace("credence.yaml", "minimum-cell-size", "minimum-cel-size");

    assertThat(refusal(Map.of()).remedy()).startsWith("Did you mean 'minimum-cell-size'?");
  }

  @Test
  void aMissingFileIsNamed() throws Exception {
    Files.delete(conf.path().resolve("brands.yaml"));

    assertThat(refusal(Map.of()))
        .hasMessageContaining("brands.yaml")
        .hasMessageContaining("there is no such file")
        .hasMessageContaining("--conf-dir");
  }

  @Test
  void aHadoopCatalogOnAnObjectStoreIsRefused() {
    Refusal refusal = refusal(Map.of("locations.lake", "s3a://bucket/lake"));

    assertThat(refusal.problem())
        .isEqualTo("catalog.type hadoop is refused for the lake at s3a://bucket/lake");
    assertThat(refusal.remedy()).contains("jdbc or rest");
    assertThat(refusal.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
  }

  @Test
  void employeesAreReadOnlyWhereTheSettingsSaySo() {
    conf.replace("sources.yaml", "network: public", "network: employees");

    assertThat(refusal(Map.of()).problem())
        .isEqualTo("the source twitter carries the network employees");
    assertThat(Settings.load(conf.path(), Map.of("employees.read", "true")).sources().sources())
        .extracting(SourcesFile.Source::platform)
        .contains("employees-twitter");
  }

  @Test
  void anOverrideOfAnUnknownKeyIsToldTheNearestOne() {
    assertThat(refusal(Map.of("locations.cube", "x")))
        .hasMessageContaining("--set locations.cube can't be applied")
        .hasMessageContaining("Did you mean 'cubes'?");
    assertThat(refusal(Map.of("seed.deep", "x"))).hasMessageContaining("no such key");
  }

  @Test
  void anOverrideOfAWrongTypeIsRefused() {
    assertThat(refusal(Map.of("seed", "soon"))).hasMessageContaining("'seed' has the wrong type");
    assertThat(refusal(Map.of("languages", "[en"))).hasMessageContaining("the value is no YAML");
  }

  @Test
  void aWrongTypeNeverPrintsTheValue() {
    conf.replace("credence.yaml", "minimum-cell-size: 10", "minimum-cell-size: hunter2-secret");

    assertThat(refusal(Map.of()).getMessage()).doesNotContain("hunter2");
  }

  private Refusal refusal(Map<String, String> overrides) {
    return catchThrowableOfType(Refusal.class, () -> Settings.load(conf.path(), overrides));
  }
}
