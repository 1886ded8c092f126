package org.credence.cubes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.credence.settings.CredenceSettings;
import org.credence.settings.Settings;
import org.credence.testing.ConfFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditPageTest {

  @Test
  void listsEveryAuditInBothLanguagesWithItsThreshold(@TempDir Path root) {
    CredenceSettings settings = Settings.load(ConfFolder.in(root).path(), Map.of()).credence();

    String english = AuditPage.markdown(settings, "en");
    String french = AuditPage.markdown(settings, "fr");

    assertThat(AuditRule.ids()).allMatch(id -> english.contains("| `" + id + "` |"));
    assertThat(AuditRule.ids()).allMatch(id -> french.contains("| `" + id + "` |"));
    assertThat(english)
        .contains("| `enough-people` | a published cell has the least number of people behind it")
        .contains("| fewer than 10 people, or 20 employees | no |")
        .contains("| more than 0.5 of the daily sources, while others delivered; ")
        .contains("share risen by more than 0.3", "mean net moved by more than 0.4");
    assertThat(french)
        .contains(
            "| moins de 10 personnes, ou de 20 salariés | non |", "8 fois sous ou sur la médiane");
  }
}
