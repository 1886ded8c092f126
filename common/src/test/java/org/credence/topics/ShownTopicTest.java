package org.credence.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.credence.settings.TopicsFile;
import org.junit.jupiter.api.Test;

class ShownTopicTest {

  private static final Map<String, String> FOUND =
      Map.of("a.en.1", "late parcel", "a.en.2", "lost parcel", "a.en.3", "spam", "a.fr.1", "colis");

  @Test
  void isAsItWasFoundWhereNobodySaysOtherwise() {
    TopicsFile nothing = new TopicsFile(Map.of(), Map.of(), List.of(), List.of());

    assertThat(ShownTopic.of(FOUND, nothing).get("a.fr.1"))
        .isEqualTo(new ShownTopic("colis", "a.fr.1", false, false));
  }

  @Test
  void isRenamedMergedHiddenAndPinnedByItsId() {
    TopicsFile file =
        new TopicsFile(
            Map.of("a.en.1", "Deliveries", "a.en.99", "Gone"),
            Map.of("a.en.2", "a.en.1"),
            List.of("a.en.3"),
            List.of("a.en.1"));

    assertThat(ShownTopic.of(FOUND, file))
        .containsOnlyKeys(FOUND.keySet())
        .containsEntry("a.en.1", new ShownTopic("Deliveries", "a.en.1", false, true))
        .containsEntry("a.en.2", new ShownTopic("Deliveries", "a.en.1", false, true))
        .containsEntry("a.en.3", new ShownTopic("spam", "a.en.3", true, false));
  }

  @Test
  void whatIsMergedIntoAHiddenTopicIsHidden() {
    TopicsFile file =
        new TopicsFile(Map.of(), Map.of("a.en.2", "a.en.9"), List.of("a.en.9"), List.of());

    assertThat(ShownTopic.of(FOUND, file).get("a.en.2"))
        .isEqualTo(new ShownTopic("lost parcel", "a.en.9", true, false));
  }
}
