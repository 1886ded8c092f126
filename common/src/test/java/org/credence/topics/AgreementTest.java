package org.credence.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AgreementTest {

  @Test
  void isWholeWhateverTheNamesOfGroups() {
    assertThat(Agreement.nmi(new int[] {0, 0, 1, 2}, new int[] {7, 7, 5, 1}))
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void isNothingBetweenIndependentGroups() {
    assertThat(Agreement.nmi(new int[] {0, 0, 1, 1}, new int[] {0, 1, 0, 1}))
        .isCloseTo(0, within(1e-12));
  }

  @Test
  void dividesInformationByTheMeanEntropy() {
    double information = 1.5 * Math.log(2) - 0.75 * Math.log(3);
    double halves = Math.log(2);
    double quarter = 2 * Math.log(2) - 0.75 * Math.log(3);
    assertThat(Agreement.nmi(new int[] {0, 0, 1, 1}, new int[] {0, 0, 0, 1}))
        .isCloseTo(information / ((halves + quarter) / 2), within(1e-12));
  }

  @Test
  void purityCountsTheCommonestLabel() {
    assertThat(Agreement.purity(new int[] {0, 0, 0, 1, 1}, new int[] {4, 4, 5, 5, 5}))
        .isEqualTo(0.8);
    assertThat(Agreement.purity(new int[0], new int[0])).isZero();
  }
}
