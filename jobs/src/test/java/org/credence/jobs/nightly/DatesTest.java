package org.credence.jobs.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {

  @ParameterizedTest
  @CsvSource({
    "2026-03-05,           ,           , 2026-03-05, 2026-03-05",
    "2026-03-05, 2026-03-04, 2026-03-04, 2026-03-05, 2026-03-05",
    "2026-03-01, 2026-03-04, 2026-03-04, 2026-03-04, 2026-03-04",
    "2026-03-05, 2026-03-05, 2026-03-04, 2026-03-05, 2026-03-05",
    "2026-03-04, 2026-03-05, 2026-03-03, 2026-03-05, 2026-03-04",
  })
  void aLakeThatIsFurtherStaysSo(
      LocalDate night, String ingested, LocalDate stands, LocalDate taken, LocalDate published) {
    Ledger ledger =
        ingested == null
            ? Ledger.empty()
            : Ledger.empty().with(Step.INGEST, new Ledger.Entry(ingested, "r", Map.of()));

    Dates dates = Dates.of(night, ledger, Optional.ofNullable(stands));

    assertThat(dates).isEqualTo(new Dates(night, taken, published));
    assertThat(dates.ofNight(Step.INGEST)).isEqualTo(night);
    assertThat(dates.ofNight(Step.REPORT)).isEqualTo(published);
  }

  @Test
  void anEditionNamesItsNight() {
    assertThat(Dates.ofEdition("2026-03-05-0a1b2c3d-2")).contains(LocalDate.parse("2026-03-05"));
    assertThat(Dates.ofEdition("another-name")).isEmpty();
    assertThat(Dates.ofEdition("e1")).isEmpty();
  }
}
