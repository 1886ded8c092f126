package org.credence.cubes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelTest {

  @ParameterizedTest
  @CsvSource({
    "DAY, 2026-02-28, 2026-02-28, 2026-03-01, 2026-02-27",
    "WEEK, 2026-01-01, 2025-12-29, 2026-01-05, 2025-12-22",
    "WEEK, 2027-01-03, 2026-12-28, 2027-01-04, 2026-12-21",
    "MONTH, 2024-02-29, 2024-02-01, 2024-03-01, 2024-01-01",
    "QUARTER, 2025-12-31, 2025-10-01, 2026-01-01, 2025-07-01",
    "QUARTER, 2026-01-01, 2026-01-01, 2026-04-01, 2025-10-01"
  })
  void namesAPeriodByItsFirstDay(
      Level level, LocalDate day, LocalDate first, LocalDate next, LocalDate previous) {
    assertThat(level.first(day)).isEqualTo(first);
    assertThat(level.next(first)).isEqualTo(next);
    assertThat(level.previous(first)).isEqualTo(previous);
  }

  @Test
  void isNamedInLowerCase() {
    assertThat(Level.QUARTER.id()).isEqualTo("quarter");
  }
}
