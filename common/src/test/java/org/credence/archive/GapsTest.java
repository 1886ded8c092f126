package org.credence.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.credence.lake.DayRanges;
import org.credence.settings.SourcesFile.Expected;
import org.credence.settings.SourcesFile.Network;
import org.credence.settings.SourcesFile.Source;
import org.junit.jupiter.api.Test;

class GapsTest {

  @Test
  void namesTheDaysBetweenTheFirstDropAndTheNight() {
    assertThat(gaps(Expected.DAILY, "2026-01-07", "2026-01-02", "2026-01-05", "2026-01-09"))
        .isEqualTo("2026-01-03..2026-01-04,2026-01-06..2026-01-07");
    assertThat(gaps(Expected.DAILY, "2026-01-03", "2026-01-03", "2026-01-02")).isEmpty();
  }

  @Test
  void expectsNothingBeforeTheFirstDropNorFromOtherSources() {
    assertThat(gaps(Expected.DAILY, "2026-01-07")).isEmpty();
    assertThat(gaps(Expected.DAILY, "2026-01-07", "2026-01-09")).isEmpty();
    assertThat(gaps(Expected.WEEKLY, "2026-01-07", "2026-01-02")).isEmpty();
    assertThat(gaps(Expected.ONCE, "2026-01-07", "2026-01-02")).isEmpty();
  }

  private static String gaps(Expected expected, String night, String... drops) {
    Source source =
        new Source(
            "tweets", "tweets", "twitter-v1", "twitter", Network.PUBLIC, "UTC", "", expected);
    List<LocalDate> delivered = Stream.of(drops).map(LocalDate::parse).toList();
    return DayRanges.format(Gaps.of(source, delivered, LocalDate.parse(night)));
  }
}
