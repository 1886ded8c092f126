package org.credence.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTTest {

  /** Printed tables; 1, 2 and 4 degrees have closed forms. */
  @ParameterizedTest
  @CsvSource({
    "1,        0.95, 12.7062047362",
    "2,        0.95, 4.3026527297",
    "3,        0.95, 3.1824463053",
    "4,        0.95, 2.7764451052",
    "17,       0.95, 2.1098155778",
    "17,       0.99, 2.8982305197",
    "2,        0.50, 0.8164965809",
    "1000,     0.95, 1.9623390808",
    "Infinity, 0.95, 1.9599639845",
    "1,        0.999, 636.6192487688",
  })
  void agreesWithTables(double degreesOfFreedom, double level, double t) {
    StudentT distribution = new StudentT(degreesOfFreedom);

    assertThat(distribution.central(level)).isCloseTo(t, within(3e-6 * t));
    assertThat(distribution.outside(t)).isCloseTo(1 - level, within(1e-6));
    assertThat(distribution.outside(-t)).isEqualTo(distribution.outside(t));
  }

  @Test
  void refusesNonsense() {
    assertThatThrownBy(() -> new StudentT(0)).hasMessageContaining("degrees of freedom");
    assertThatThrownBy(() -> new StudentT(1).central(1)).hasMessageContaining("level");
  }
}
