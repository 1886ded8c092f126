package org.credence.jobs.cubes;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.credence.cubes.Conversation;
import org.credence.testing.SparkTest;
import org.credence.testing.TextTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SparkTest
class LevelSumsTest {

  private static final String HEADER =
      "level | period | grouping_set | brand | language | network | platform | posts"
          + " | original_posts | state | partial | source_gaps | edition | model_version"
          + " | taxonomy_version | methodology_version\n";

  /** Seven days of 10 posts, the fourth in a state of its own, and the week over them. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the week is its days          | week    | published  | 10 | 70 | published  | false | false
          a post is lost                | week    | published  | 10 | 69 | published  | false | true
          the week runs still           | week    | published  | 10 | 69 | published  | true  | false
          the week is hidden            | week    | published  | 10 | -  | suppressed | false | false
          a day is hidden               | week    | suppressed | -  | 70 | published  | false | false
          a day is missing              | week    | missing    | -  | 70 | published  | false | false
          the month has more days       | month   | published  | 10 | 99 | published  | false | false
          """)
  void periodsAreTheSumOfTheirDays(
      String name,
      String level,
      String state,
      String fourth,
      String posts,
      String above,
      boolean partial,
      boolean fails,
      SparkSession spark) {
    LocalDate monday = LocalDate.parse("2026-02-02");
    String days =
        monday
            .datesUntil(monday.plusDays(7))
            .map(
                day ->
                    day.equals(monday.plusDays(3))
                        ? row("day", day, fourth, state, false)
                        : row("day", day, "10", "published", false))
            .collect(joining("\n"));
    LocalDate first = level.equals("week") ? monday : monday.withDayOfMonth(1);
    Dataset<Row> cells =
        TextTable.read(
            spark,
            Conversation.CUBE.table(),
            HEADER + days + "\n" + row(level, first, posts, above, partial));

    List<Finding> findings = LevelSums.of(Map.of(Conversation.CUBE, cells));

    assertThat(findings.stream().map(finding -> finding.what().en()))
        .isEqualTo(
            fails
                ? List.of("conversation: 1 weeks, months or quarters are not the sum of their days")
                : List.of());
  }

  private static String row(
      String level, LocalDate period, String posts, String state, boolean partial) {
    return "%s | %s | brand | acme | all | all | all | %s | 5 | %s | %s | 0 | e | | t | 1"
        .formatted(level, period, posts, state, partial)
        .replace("| 5 | published", level.equals("week") ? "| 35 | published" : "| 5 | published");
  }
}
