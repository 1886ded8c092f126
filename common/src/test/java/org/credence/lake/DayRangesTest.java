package org.credence.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DayRangesTest {

  @Test
  void writesRunsOfDaysAsRanges() {
    List<LocalDate> days =
        Stream.of("2026-01-09", "2025-12-31", "2026-01-01", "2026-01-07", "2026-01-08")
            .map(LocalDate::parse)
            .toList();

    assertThat(DayRanges.format(days)).isEqualTo("2025-12-31..2026-01-01,2026-01-07..2026-01-09");
    assertThat(DayRanges.format(Set.of(LocalDate.parse("2026-02-28")))).isEqualTo("2026-02-28");
    assertThat(DayRanges.format(Set.of())).isEmpty();
  }

  @Test
  void saysThemAsACondition() {
    assertThat(DayRanges.condition("t.day", DayRanges.parse("2025-12-31,2026-01-07..2026-01-09")))
        .isEqualTo(
            "(t.day = DATE'2025-12-31' OR t.day BETWEEN DATE'2026-01-07' AND DATE'2026-01-09')");
    assertThat(DayRanges.condition("day", Set.of())).isEqualTo("false");
  }

  @Test
  void refusesOtherText() {
    for (String text : List.of("yesterday", "2026-01-01..", "2026-01-02..2026-01-01", ",")) {
      assertThatThrownBy(() -> DayRanges.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Property(tries = 200)
  void readsWhatItWrites(@ForAll Set<@IntRange(min = 0, max = 60) Integer> offsets) {
    List<LocalDate> days =
        offsets.stream().map(offset -> LocalDate.parse("2024-02-01").plusDays(offset)).toList();

    assertThat(DayRanges.parse(DayRanges.format(days))).containsExactlyInAnyOrderElementsOf(days);
  }
}
