package org.credence.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimplexGridTest {

  @ParameterizedTest
  @CsvSource({
    // negative, positive, cell
    "0,       0,       0", // all neutral
    "10000,   10000,   0",
    "40000,   40000,   1", // inverted: the three floors are 0, 0, 18
    "0,       1000000, 38",
    "50000,   0,       0", // on the edge of two rows
    "50001,   0,       39",
    "1000000, 0,       399",
  })
  void numbersTheTriangles(long negative, long positive, int cell) {
    assertThat(SimplexGrid.cell(negative, positive)).isEqualTo(cell);
  }

  @Test
  void everyCentreLiesInItsOwnCell() {
    for (int cell = 0; cell < SimplexGrid.CELLS; cell++) {
      long[] centre = FixedPoint.posterior(SimplexGrid.centre(cell));
      assertThat(SimplexGrid.cell(centre[0], centre[2])).isEqualTo(cell);
    }
  }

  @Property(tries = 1000, seed = "1")
  void noPosteriorIsFarFromItsCentre(
      @ForAll @LongRange(max = 1_000_000) long a, @ForAll @LongRange(max = 1_000_000) long b) {
    long negative = Math.min(a, b);
    long positive = FixedPoint.ONE - Math.max(a, b);
    double[] centre = SimplexGrid.centre(SimplexGrid.cell(negative, positive));

    double widest = 2 / 3.0 / SimplexGrid.STEP + 1e-9;
    assertThat(FixedPoint.toDouble(negative)).isCloseTo(centre[0], within(widest));
    assertThat(FixedPoint.toDouble(positive)).isCloseTo(centre[2], within(widest));
  }

  @Test
  void refusesWhatIsNoPosterior() {
    assertThatThrownBy(() -> SimplexGrid.cell(600_000, 600_000))
        .hasMessageContaining("not a posterior");
  }
}
