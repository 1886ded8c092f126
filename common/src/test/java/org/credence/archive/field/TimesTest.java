package org.credence.archive.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.credence.archive.record.Draft;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-01-05T08:00:00.000Z         | 2026-01-05T08:00:00Z
          2026-01-05T08:00:00.123456+01:00 | 2026-01-05T07:00:00.123456Z
          2026-01-05 8:05                  | 2026-01-05T07:05:00Z
          2026-07-05 08:05:06              | 2026-07-05T06:05:06Z
          2026-01-05 08:05:06 UTC          | 2026-01-05T08:05:06Z
          2026-01-05                       | 2026-01-04T23:00:00Z
          2012/03/05 11:15:30 +0100        | 2012-03-05T10:15:30Z
          Sep 3, 2023                      | 2023-09-02T22:00:00Z
          1700000000                       | 2023-11-14T22:13:20Z
          1698019200000                    | 2023-10-23T00:00:00Z
          1348033684.0                     | 2012-09-19T05:48:04Z
          Wed, 02 Oct 2002 13:00:00 GMT    | 2002-10-02T13:00:00Z
          Wed, 2 Oct 02 15:00:00 +0200     | 2002-10-02T13:00:00Z
          Wed Sep 28 02:40:00 +0000 2011   | 2011-09-28T02:40:00Z
          """)
  void readsWhatPlatformsWrite(String text, String expected) {
    assertThat(instant(Times.read(text, PARIS))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Wed Sep 28 02:40:00 +0000 2011 | 2011-09-28T02:40:00Z
          Wed Feb 29 23:59:60 +0000 2012 | 2012-02-29T23:59:59Z
          Wed Sep 28 02:40:00 -0530 2011 | 2011-09-28T08:10:00Z
          """)
  void readsTwitter(String text, String expected) {
    assertThat(instant(Times.twitter(text))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1/31/18 18:55       | 2018-01-31T17:55:00Z
          12/1/2018 8:05:09   | 2018-12-01T07:05:09Z
          2018-01-31 18:55:00 | 2018-01-31T17:55:00Z
          """)
  void readsMonthsFirst(String text, String expected) {
    assertThat(instant(Times.monthFirst(text, PARIS))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2 days ago",
        "A day ago",
        "yesterday",
        "2026-02-30",
        "2026-13-01",
        "2026-01-05 25:00",
        "26-01-05",
        "03/04/2026",
        "12",
        "5,5",
        "2026-01-05T08:00:00+99:00",
        "2026-01-05 08:00 nonsense",
        "Sept",
        "\u0665",
        "1.5",
        "Wed, 02 Oct 2002 13:00:00 PST",
        "Wed, 2 days ago"
      })
  void neverGuesses(String text) {
    assertThat(Times.read(text, PARIS)).isEqualTo(Draft.UNREADABLE_TIME);
    assertThat(Times.twitter(text)).isEqualTo(Draft.UNREADABLE_TIME);
  }

  @ParameterizedTest
  @ValueSource(strings = {"31/1/18 18:55", "1/31", "1/31/18 99:00", "//"})
  void neverGuessesMonthsFirst(String text) {
    assertThat(Times.monthFirst(text, PARIS)).isEqualTo(Draft.UNREADABLE_TIME);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          31/1/18 18:55       | 2018-01-31T17:55:00Z
          1/12/2018 8:05      | 2018-12-01T07:05:00Z
          2018-01-31 18:55:00 | 2018-01-31T17:55:00Z
          """)
  void readsDaysFirst(String text, String expected) {
    assertThat(instant(Times.dayFirst(text, PARIS))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1/31/18 18:55", "1/2", "//"})
  void neverGuessesDaysFirst(String text) {
    assertThat(Times.dayFirst(text, PARIS)).isEqualTo(Draft.UNREADABLE_TIME);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void nothingIsNoTime(String text) {
    assertThat(Times.read(text, PARIS)).isEqualTo(Draft.NO_TIME);
    assertThat(Times.read(null, PARIS)).isEqualTo(Draft.NO_TIME);
  }
}
