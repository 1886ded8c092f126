package org.credence.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {

  private static final List<String> NAMES = List.of("nightly", "ingest", "train", "cubes");

  @Test
  void findsAMisspeltName() {
    assertThat(NearestName.of("nigthly", NAMES)).contains("nightly");
    assertThat(NearestName.of("cube", NAMES)).contains("cubes");
    assertThat(NearestName.of("trian", NAMES)).contains("train");
  }

  @Test
  void doesNotGuessWildly() {
    assertThat(NearestName.of("publish-everything", NAMES)).isEmpty();
  }

  @Test
  void countsASwapOfNeighboursAsOne() {
    assertThat(NearestName.distance("ab", "ba")).isEqualTo(1);
    assertThat(NearestName.distance("", "abc")).isEqualTo(3);
  }
}
