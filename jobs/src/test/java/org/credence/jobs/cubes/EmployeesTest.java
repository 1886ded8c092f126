package org.credence.jobs.cubes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.credence.cubes.Conversation;
import org.credence.cubes.Cube;
import org.credence.cubes.Trust;
import org.credence.testing.SparkTest;
import org.credence.testing.TextTable;
import org.junit.jupiter.api.Test;

/** Employees are shown apart, in larger groups, and change no figure of anybody else. */
@SparkTest
class EmployeesTest {

  private static final CellRules RULES =
      CellEstimatesTest.rules("2026-01-06", "2026-01-05", Map.of());

  @Test
  void areACellOfTheirOwnAndNoPartOfAnyOther(SparkSession spark) {
    Dataset<Row> cells = estimate(spark, 20);

    assertThat(days(cells, Conversation.CUBE, "posts", "people"))
        .isEqualTo(
            """
            language | network | platform | posts | people | state
            all | all | all | 3 | 3 | published
            all | all | twitter | 3 | 3 | published
            all | customers | all | 3 | 3 | published
            all | employees | all | 20 | 20 | published
            en | all | all | 3 | 3 | published
            """);
    assertThat(days(cells, Trust.CUBE, "posts_scored", "people").lines())
        .contains(
            "all | all | all | 3 | 3 | published", "all | employees | all | 20 | 20 | published")
        .noneMatch(line -> line.contains("employees-slack"));
    assertThat(cells.filter("trust.subject like '%:%' and trust.network = 'employees'").count())
        .isZero();
  }

  @Test
  void areHiddenWhereTheyAreFewerThanTwenty(SparkSession spark) {
    assertThat(days(estimate(spark, 19), Conversation.CUBE, "posts", "people"))
        .contains("all | employees | all | - | - | suppressed")
        .contains("all | customers | all | 3 | 3 | published");
  }

  private static Dataset<Row> estimate(SparkSession spark, int employees) {
    String rows =
        IntStream.range(0, employees)
            .mapToObj(
                "s%1$d | 2026-01-05 | worker-%1$d | employees | employees-slack | 900000 | 50000 | pays:900000\n"
                    ::formatted)
            .collect(Collectors.joining());
    Dataset<Row> mentions =
        MentionRows.read(
            spark,
            """
            post_id | day        | author_key | network   | platform | negative | positive | attributes
            1       | 2026-01-05 | ann        | customers | twitter  | 100000   | 600000   | pays:900000
            2       | 2026-01-05 | bob        | customers | twitter  | 100000   | 600000   | pays:900000
            3       | 2026-01-05 | cid        | customers | twitter  | 100000   | 600000   | pays:900000
            """
                + rows);
    Dataset<Row> parts = PartsOfDay.of(mentions, PartsOfDayTest.RULES);
    return CellEstimates.estimate(parts, List.of("acme"), RULES);
  }

  private static String days(Dataset<Row> cells, Cube cube, String posts, String people) {
    Dataset<Row> days =
        CellEstimates.of(cells, cube).filter("level = 'day' AND period = '2026-01-05'");
    Dataset<Row> all = cube.equals(Trust.CUBE) ? days.filter("subject = 'all'") : days;
    return TextTable.show(all, "language", "network", "platform", posts, people, "state");
  }
}
