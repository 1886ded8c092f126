package org.credence.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JudgementTest {

  private static final double[] PRIOR = {.7, .28, .02};

  /** Divided by the prior, half of the second class is found that its posterior alone misses. */
  @Test
  void thePriorIsDividedByAsFarAsMacroF1Gains() {
    HeldRows rows = rows();

    assertThat(Judgement.bestPower(rows, PRIOR)).isEqualTo(.75);
  }

  /** Four rows of a third class are found by power 1 only, at the cost of the first. */
  @Test
  void aHandfulOfRowsDoesNotDecide() {
    HeldRows rows = rows();
    for (int i = 0; i < 4; i++) {
      rows.add("", new double[] {.9, .05, .05}, 2);
    }
    for (int i = 0; i < 4; i++) {
      rows.add("", new double[] {.9, .05, .05}, 0);
    }

    assertThat(Judgement.bestPower(rows, PRIOR)).isEqualTo(.75);
  }

  private static HeldRows rows() {
    HeldRows rows = new HeldRows();
    for (int i = 0; i < 70; i++) {
      rows.add("", new double[] {.89, .1, .01}, 0);
    }
    for (int i = 0; i < 60; i++) {
      rows.add("", i % 2 == 0 ? new double[] {.3, .69, .01} : new double[] {.64, .35, .01}, 1);
    }
    return rows;
  }
}
