package org.credence.jobs.cubes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;
import org.credence.settings.ExitCode;
import org.credence.settings.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurveyFileTest {

  private static final String HEADER =
      "Wave;Country;Brand;Attribute;Importance;Performance;n;note\n";

  private final SurveyFile file =
      new SurveyFile("wave.csv", Set.of("acme"), Set.of("honest", "listens"));

  @Test
  void readsEachResult() {
    assertThat(
            file.parse(
                HEADER + "2026;fr;;honest;61;34.5;1150;\n2026-02-09;GB;acme;listens;0;100;9;x\n"))
        .containsExactly(
            new SurveyResult(
                LocalDate.parse("2026-01-01"), "FR", "all", "honest", 0.61, 0.345, 1150),
            new SurveyResult(LocalDate.parse("2026-02-09"), "GB", "acme", "listens", 0, 1, 9));
  }

  @Test
  void showsNoFigureOfTooFewRespondents() {
    SurveyResult few =
        new SurveyResult(LocalDate.parse("2026-01-01"), "FR", "all", "honest", 0.61, 0.345, 9);

    assertThat(few.cell(10).mkString(" "))
        .isEqualTo(
            "day 2026-01-01 brand_country_attribute all FR honest null null null suppressed false 0"
                + " false     ");
    assertThat(few.cell(9).mkString(" ")).contains("honest 0.61 0.345 9 published");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-13;FR;;honest;61;34;1150       | row 2, has the wave '2026-13': it is no YYYY
          2026;UK;;honest;61;34;1150          | row 2, has the country 'UK': it is no ISO 3166-1
          2026;FR;acmee;honest;61;34;1150     | names the brand 'acmee': brands.yaml has none of that id (did you mean 'acme'?)
          2026;FR;;honesty;61;34;1150         | names the attribute 'honesty': trust-model.yaml has none
          2026;FR;;honest;161;34;1150         | has the importance '161': it is no per cent
          2026;FR;;honest;61;much;1150        | has the performance 'much': it is no per cent
          2026;FR;;honest;61;34;0             | has n '0': it is no number of people
          2026;FR;;honest;61;34               | has n '': it is no number of people
          """)
  void refusesWhatIsNoResult(String row, String message) {
    assertThatThrownBy(() -> file.parse(HEADER + row + "\n"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(message)
        .extracting(refusal -> ((Refusal) refusal).exitCode())
        .isEqualTo(ExitCode.CONFIGURATION);
  }

  @Test
  void refusesAResultThatIsGivenTwice() {
    String row = "2026-01;FR;;honest;61;34;1150\n";
    assertThatThrownBy(() -> file.parse(HEADER + row + row))
        .hasMessageContaining("row 3, gives 2026-01-01 FR all honest twice");
  }

  @Test
  void refusesAFileWithoutTheColumns() {
    assertThatThrownBy(() -> file.parse("wave,country\n2026,FR\n"))
        .hasMessageContaining("has no column attribute");
    assertThatThrownBy(() -> file.parse("")).hasMessageContaining("has no column wave");
  }
}
