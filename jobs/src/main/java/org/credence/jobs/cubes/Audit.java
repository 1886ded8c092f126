package org.credence.jobs.cubes;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.credence.cubes.AuditRule;
import org.credence.cubes.CellState;
import org.credence.cubes.Cells;
import org.credence.cubes.Conversation;
import org.credence.cubes.Cube;
import org.credence.cubes.DataCoverage;
import org.credence.cubes.Engagement;
import org.credence.cubes.Measure;
import org.credence.cubes.ModelWatch;
import org.credence.cubes.Trust;
import org.credence.cubes.Trust.Estimated;

/**
 * A condition that no row of a cube may break.
 *
 * @param broken true for a row that breaks it
 */
record Audit(AuditRule rule, Cube cube, Column broken) {

  private static final double ROUNDING = 1e-6;

  /**
   * All audits.
   *
   * @param leastPeople distinct people that a published cell needs
   * @param leastEmployees the same of a cell of the network employees
   */
  static List<Audit> all(int leastPeople, int leastEmployees) {
    List<Audit> audits = new ArrayList<>();
    for (Cube cube : List.of(Conversation.CUBE, Trust.CUBE, Engagement.CUBE, ModelWatch.CUBE)) {
      audits.add(
          new Audit(AuditRule.HIDDEN_CELLS_ARE_EMPTY, cube, anyFigure(cube).and(not(published()))));
    }
    Column least = when(Series.isOfEmployees(), lit(leastEmployees)).otherwise(lit(leastPeople));
    Column posts = of(Conversation.POSTS);
    Column originals = of(Conversation.ORIGINAL_POSTS);
    audits.add(
        new Audit(
            AuditRule.POSTS_ADD_UP,
            Conversation.CUBE,
            posts
                .notEqual(originals.plus(of(Conversation.REPOSTS)))
                .or(of(Conversation.REPLIES).gt(originals))
                .or(posts.lt(0))));
    audits.add(
        new Audit(
            AuditRule.ENOUGH_PEOPLE,
            Conversation.CUBE,
            posts.gt(0).and(of(Conversation.PEOPLE).lt(least))));
    audits.add(
        new Audit(
            AuditRule.ENOUGH_PEOPLE,
            Trust.CUBE,
            of(Trust.POSTS_SCORED).gt(0).and(of(Trust.PEOPLE).lt(least))));
    audits.add(new Audit(AuditRule.SHARES_IN_RANGE, Trust.CUBE, outOfRange()));
    audits.add(
        new Audit(
            AuditRule.TIERS_ADD_UP,
            Engagement.CUBE,
            of(Engagement.PEOPLE)
                .notEqual(
                    of(Engagement.PEOPLE_SHARING)
                        .plus(of(Engagement.PEOPLE_COMMENTING))
                        .plus(of(Engagement.PEOPLE_PRODUCING)))));
    audits.add(
        new Audit(
            AuditRule.ACCOUNTS_BALANCE,
            DataCoverage.CUBE,
            of(DataCoverage.READ)
                .notEqual(
                    of(DataCoverage.ACCEPTED)
                        .plus(of(DataCoverage.REJECTED))
                        .plus(of(DataCoverage.DUPLICATES))
                        .plus(of(DataCoverage.OUT_OF_SCOPE))
                        .plus(of(DataCoverage.NOTICES)))));
    return audits;
  }

  /** Rules that rows can break, in order. */
  static SortedSet<AuditRule> rules(List<Audit> audits) {
    return audits.stream().map(Audit::rule).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether a row of the cube breaks a rule; false where the rule says nothing of it. */
  static Column breaks(List<Audit> audits, AuditRule rule, Cube cube) {
    return audits.stream()
        .filter(audit -> audit.rule() == rule && audit.cube().equals(cube))
        .map(audit -> coalesce(audit.broken(), lit(false)))
        .reduce(Column::or)
        .orElse(lit(false));
  }

  private static Column outOfRange() {
    Column broken =
        abs(of(Trust.POSITIVE.value())
                .plus(of(Trust.NEUTRAL.value()))
                .plus(of(Trust.NEGATIVE.value()))
                .minus(1))
            .gt(ROUNDING);
    for (Estimated share : List.of(Trust.POSITIVE, Trust.NEUTRAL, Trust.NEGATIVE)) {
      broken = broken.or(disordered(share, 0));
    }
    return broken.or(disordered(Trust.NET, -1));
  }

  private static Column disordered(Estimated figure, double lowest) {
    Column value = of(figure.value());
    return of(figure.low())
        .lt(lowest - ROUNDING)
        .or(of(figure.high()).gt(1 + ROUNDING))
        .or(value.lt(of(figure.low()).minus(ROUNDING)))
        .or(value.gt(of(figure.high()).plus(ROUNDING)));
  }

  private static Column published() {
    return Cells.STATE.col().equalTo(CellState.PUBLISHED.id());
  }

  private static Column anyFigure(Cube cube) {
    return cube.measures().stream()
        .map(measure -> of(measure).isNotNull())
        .reduce(Column::or)
        .orElse(lit(false));
  }

  private static Column of(Measure measure) {
    return measure.field().col();
  }
}
