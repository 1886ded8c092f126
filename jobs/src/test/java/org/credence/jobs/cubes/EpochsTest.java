package org.credence.jobs.cubes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.credence.cubes.Level;
import org.credence.jobs.cubes.Epochs.Epoch;
import org.credence.jobs.cubes.Epochs.Marks;
import org.junit.jupiter.api.Test;

class EpochsTest {

  /** All days scored in one way, by a release that did not say how. */
  static Epochs one(SentimentQuality quality) {
    return new Epochs(List.of(epoch(LocalDate.MIN, LocalDate.MAX, "m", Map.of(), quality)));
  }

  /**
   * Two ways of scoring.
   *
   * @param marks in each of them, by brand
   */
  static Epochs two(
      LocalDate from,
      Map<String, Marks> before,
      Map<String, Marks> after,
      SentimentQuality quality) {
    return new Epochs(
        List.of(
            epoch(LocalDate.MIN, from, "old", before, quality),
            epoch(from, LocalDate.MAX, "new", after, quality)));
  }

  private static Epoch epoch(
      LocalDate first,
      LocalDate end,
      String methodology,
      Map<String, Marks> brands,
      SentimentQuality quality) {
    return new Epoch(
        first,
        end,
        methodology,
        "taxonomy of " + methodology,
        new TreeMap<>(brands),
        new TreeMap<>(),
        quality);
  }

  private static final LocalDate BREAK = LocalDate.parse("2026-01-14");
  private static final Period WEEK_BEFORE = week("2026-01-05");
  private static final Period WEEK_ACROSS = week("2026-01-12");
  private static final Period WEEK_AFTER = week("2026-01-19");

  @Test
  void anotherModelBreaksTrustAndLeavesVolumes() {
    Epochs epochs =
        two(
            BREAK,
            Map.of("acme", new Marks("c", "s1")),
            Map.of("acme", new Marks("c", "s2")),
            SentimentQuality.UNKNOWN);

    assertThat(marks(epochs, "acme"))
        .containsExactly(
            "c s1 taxonomy of old",
            "c mixed taxonomy of new,taxonomy of old",
            "c s2 taxonomy of new");
    assertThat(epochs.scores("acme", BREAK.minusDays(1))).isEqualTo("s1");
    assertThat(epochs.scores("acme", BREAK)).isEqualTo("s2");
    assertThat(epochs.qualities("acme")).containsOnlyKeys("s1", "s2");
  }

  @Test
  void aBrandThatIsNewWasNotLookedForBefore() {
    Epochs epochs =
        two(
            BREAK,
            Map.of("acme", new Marks("c", "s")),
            Map.of("acme", new Marks("c", "s"), "globex", new Marks("d", "t")),
            SentimentQuality.UNKNOWN);

    assertThat(epochs.counts("globex", WEEK_BEFORE)).isEmpty();
    assertThat(epochs.counts("globex", WEEK_ACROSS)).isEqualTo("mixed");
    assertThat(epochs.counts("globex", WEEK_AFTER)).isEqualTo("d");
    assertThat(epochs.counts("acme", WEEK_ACROSS)).as("other brands go on").isEqualTo("c");
  }

  @Test
  void whatIsOfOneSeriesMayBeCompared() {
    assertThat(Epochs.isOneSeries("a", "a")).isTrue();
    assertThat(Epochs.isOneSeries("a", "b")).isFalse();
    assertThat(Epochs.isOneSeries("mixed", "mixed")).isFalse();
    assertThat(Epochs.isOneSeries("", "")).isFalse();
    assertThat(Epochs.breaks("a", "a")).isFalse();
    assertThat(Epochs.breaks("a", "b")).isTrue();
    assertThat(Epochs.breaks("a", "mixed")).isTrue();
    assertThat(Epochs.breaks("mixed", "b")).isTrue();
    assertThat(Epochs.breaks("", "b")).as("a brand begins").isFalse();
    assertThat(Epochs.breaks("a", "")).isFalse();
  }

  private static List<String> marks(Epochs epochs, String brand) {
    List<String> marks = new ArrayList<>();
    for (Period week : List.of(WEEK_BEFORE, WEEK_ACROSS, WEEK_AFTER)) {
      marks.add(
          epochs.counts(brand, week)
              + " "
              + epochs.scores(brand, week)
              + " "
              + epochs.taxonomy(week));
    }
    return marks;
  }

  private static Period week(String first) {
    return Period.of(Level.WEEK, LocalDate.parse(first));
  }
}
