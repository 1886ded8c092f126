package org.credence.jobs.cubes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.credence.cubes.Cells;
import org.credence.cubes.DataCoverage;
import org.credence.lake.Field;
import org.credence.settings.SourcesFile;
import org.credence.settings.SourcesFile.Expected;
import org.credence.settings.SourcesFile.Network;
import org.credence.settings.SourcesFile.Source;
import org.junit.jupiter.api.Test;

class DeliveriesTest {

  private static final LocalDate FIRST = LocalDate.parse("2026-03-01");

  @Test
  void anEmptyDropOfADailySourceIsAGap() {
    Deliveries deliveries = deliveries(Expected.DAILY, "- 7 - . 3");

    assertThat(deliveries.first()).isEqualTo(Optional.of(FIRST.plusDays(1)));
    assertThat(deliveries.gaps()).isEqualTo(Map.of(FIRST.plusDays(2), 1, FIRST.plusDays(3), 1));
    assertThat(deliveries.cells().stream().map(DeliveriesTest::told))
        .containsExactly(
            "published read 0 gaps 0 false",
            "published read 7 gaps 0 false",
            "published read 0 gaps 1 true",
            "missing read null gaps 1 true",
            "published read 3 gaps 0 false");
  }

  @Test
  void anEmptyDropOfAnotherSourceIsNone() {
    Deliveries deliveries = deliveries(Expected.ONCE, "7 - 3");

    assertThat(deliveries.gaps()).isEmpty();
    assertThat(deliveries.cells().stream().map(DeliveriesTest::told))
        .containsExactly(
            "published read 7 gaps 0 false",
            "published read 0 gaps 0 false",
            "published read 3 gaps 0 false");
  }

  private static String told(Row cell) {
    return "%s read %s gaps %s %s"
        .formatted(
            value(cell, Cells.STATE),
            value(cell, DataCoverage.READ.field()),
            value(cell, Cells.SOURCE_GAPS),
            value(cell, DataCoverage.GAP.field()));
  }

  private static Object value(Row cell, Field field) {
    return String.valueOf(cell.get(DataCoverage.CUBE.table().fields().indexOf(field)));
  }

  /**
   * @param records read by day; "-" for an empty drop, "." for none
   */
  private static Deliveries deliveries(Expected expected, String records) {
    TreeMap<LocalDate, Delivery> drops = new TreeMap<>();
    String[] days = records.split(" ");
    for (int day = 0; day < days.length; day++) {
      if (!days[day].equals(".")) {
        long read = days[day].equals("-") ? 0 : Long.parseLong(days[day]);
        drops.put(FIRST.plusDays(day), new Delivery(1, 0, read, read, 0, 0, 0, 0));
      }
    }
    Source source = new Source("x", "x", "twitter-v1", "x", Network.PUBLIC, "UTC", "", expected);
    return new Deliveries(
        new SourcesFile(List.of(source)),
        FIRST.plusDays(days.length - 1),
        new TreeMap<>(Map.of("x", drops)));
  }
}
