package org.credence.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.credence.cubes.CellState;
import org.credence.cubes.Level;
import org.junit.jupiter.api.Test;

class NetChartTest {

  private static final Span MARCH = month("2026-03-01");

  @Test
  void periodsOfWhichNothingIsKnownKeepTheirPlace() {
    Timeline timeline =
        Timeline.upTo(MARCH, List.of(month("2025-12-01"), MARCH, week("2020-01-06")));

    assertThat(timeline.spans())
        .extracting(span -> span.first().toString())
        .containsExactly("2025-12-01", "2026-01-01", "2026-02-01", "2026-03-01");
    assertThat(timeline.ticks(new Wording("en")))
        .extracting(Timeline.Tick::label)
        .containsExactly("Dec 25", "Jan 26", "Feb 26", "Mar 26");
    assertThat(timeline.column()).isEqualTo(148);
    assertThat(timeline.x(0)).isEqualTo(110);
  }

  @Test
  void goesBackThirteenPeriodsAtMost() {
    assertThat(Timeline.upTo(MARCH, List.of(month("2019-01-01"))).spans()).hasSize(13);
    assertThat(Timeline.upTo(MARCH, List.of()).spans()).containsExactly(MARCH);
  }

  @Test
  void aPeriodWithoutAFigureInterruptsTheLine() {
    Timeline timeline = Timeline.upTo(MARCH, List.of(month("2025-11-01")));
    Map<Span, TrustCell> cells = new HashMap<>();
    Stream.of("2025-11-01", "2025-12-01", "2026-02-01")
        .forEach(first -> cells.put(month(first), cell(month(first), 0.5)));

    NetChart chart = NetChart.of(timeline, cells, new Wording("en"));

    assertThat(chart.dots()).hasSize(3);
    assertThat(chart.dots().get(0).label()).isEqualTo("November 2025: +50 (+40 to +60)");
    assertThat(chart.lines()).containsExactly("M95.2 49.0L213.6 49.0", "M450.4 49.0");
    assertThat(chart.bands()).hasSize(2);
  }

  @Test
  void aBreakInTheSeriesInterruptsTheLineAndIsMarked() {
    Timeline timeline = Timeline.upTo(MARCH, List.of(month("2026-01-01")));
    Map<Span, TrustCell> cells = new HashMap<>();
    cells.put(month("2026-01-01"), cell(month("2026-01-01"), 0.5));
    cells.put(month("2026-02-01"), cell(month("2026-02-01"), true, 0.2));
    cells.put(MARCH, cell(MARCH, 0.3));

    NetChart chart = NetChart.of(timeline, cells, new Wording("en"));

    assertThat(chart.breaks()).containsExactly(timeline.x(1) - timeline.column() / 2);
    assertThat(chart.lines()).hasSize(2);
    assertThat(chart.dots()).hasSize(3);
  }

  private static Span month(String first) {
    return new Span(Level.MONTH, LocalDate.parse(first));
  }

  private static Span week(String first) {
    return new Span(Level.WEEK, LocalDate.parse(first));
  }

  private static TrustCell cell(Span span, double net) {
    return cell(span, false, net);
  }

  private static TrustCell cell(Span span, boolean broken, double net) {
    return new TrustCell(
        "a",
        "all",
        span,
        CellState.PUBLISHED,
        false,
        broken,
        Optional.of(new TrustCell.Net(net, net - .1, net + .1, net - .05, net + .05, .6, .3, .1)),
        Optional.empty(),
        20,
        20,
        0,
        0,
        "pcc",
        "backtest");
  }
}
