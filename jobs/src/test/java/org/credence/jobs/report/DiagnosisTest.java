package org.credence.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.credence.cubes.CellState;
import org.credence.cubes.Level;
import org.junit.jupiter.api.Test;

class DiagnosisTest {

  private static final LocalDate THURSDAY = LocalDate.parse("2026-03-05");

  @Test
  void theRunningPeriodIsNotSpokenOf() {
    assertThat(Diagnosis.last(Level.WEEK, THURSDAY).first()).isEqualTo("2026-02-23");
    assertThat(Diagnosis.last(Level.WEEK, LocalDate.parse("2026-03-08")).first())
        .isEqualTo("2026-03-02");
    assertThat(Diagnosis.last(Level.MONTH, THURSDAY).first()).isEqualTo("2026-02-01");
    assertThat(Diagnosis.last(Level.QUARTER, THURSDAY).first()).isEqualTo("2025-10-01");
  }

  @Test
  void aThinConversationIsReportedByMonth() {
    List<TrustCell> cells =
        List.of(
            cell("a", Level.WEEK, "2026-02-23"),
            cell("a", Level.MONTH, "2026-02-01"),
            cell("b", Level.MONTH, "2026-02-01"),
            cell("c", Level.MONTH, "2026-02-01"));

    assertThat(Diagnosis.span(cells, THURSDAY))
        .isEqualTo(new Span(Level.MONTH, LocalDate.parse("2026-02-01")));
    assertThat(Diagnosis.span(cells.subList(0, 3), THURSDAY).level()).isEqualTo(Level.WEEK);
  }

  @Test
  void withoutAnyFigureItIsTheLastWeek() {
    assertThat(Diagnosis.span(List.of(), THURSDAY))
        .isEqualTo(new Span(Level.WEEK, LocalDate.parse("2026-02-23")));
  }

  private static TrustCell cell(String brand, Level level, String first) {
    return new TrustCell(
        brand,
        "all",
        new Span(level, LocalDate.parse(first)),
        CellState.PUBLISHED,
        false,
        false,
        Optional.of(new TrustCell.Net(0, 0, 0, 0, 0, 0, 1, 0)),
        Optional.empty(),
        20,
        20,
        0,
        0,
        "pcc",
        "backtest");
  }
}
