package org.credence.jobs.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.credence.jobs.topics.Scopes.Pair;
import org.credence.jobs.topics.Scopes.Place;
import org.junit.jupiter.api.Test;

class ScopesTest {

  private static final Pair ACME = new Pair("acme", "en");
  private static final Pair GLOBEX = new Pair("globex", "en");
  private static final Pair TINY = new Pair("tiny", "en");
  private static final Pair FRENCH = new Pair("acme", "fr");

  @Test
  void whoHasFewPostsSharesTopicsAndAloneHasNone() {
    assertThat(scopes(Map.of(ACME, 100L, GLOBEX, 60L, TINY, 40L, FRENCH, 99L), Map.of()))
        .containsExactly(
            new Place(ACME, "acme.en", 0),
            new Place(GLOBEX, "*.en", 0),
            new Place(TINY, "*.en", 0));
  }

  @Test
  void whoHasTopicsKeepsThem() {
    Map<String, Long> remembered = Map.of("acme.en", 3L, "*.en", 4L);

    assertThat(scopes(Map.of(ACME, 1L, GLOBEX, 100L, TINY, 2L), remembered))
        .containsExactly(
            new Place(ACME, "acme.en", 3),
            new Place(GLOBEX, "globex.en", 0),
            new Place(TINY, "*.en", 4));
  }

  @Test
  void aScopeTellsItsBrand() {
    assertThat(Scopes.brandOf("acme.en")).contains("acme");
    assertThat(Scopes.brandOf("*.en")).isEmpty();
  }

  private static List<Place> scopes(Map<Pair, Long> posts, Map<String, Long> remembered) {
    SortedMap<Pair, Long> sorted = new TreeMap<>(posts);
    return Scopes.of(sorted, remembered, 100).places();
  }
}
