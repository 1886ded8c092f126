package org.credence.statistics;

/**
 * A fixed grid over the class simplex (negative, neutral, positive): the triangle is cut into
 * {@code STEP}² equal small ones.
 *
 * <p>Triangles rather than rounding to lattice points, because no triangle's centre has a
 * probability of zero, which would shut a class out of {@link Quantifier.Sld} for good.
 *
 * <p>Cells are numbered by rows of equal {@code floor(STEP * negative)}; inside a row by {@code
 * floor(STEP * positive)}, upright triangles before the inverted ones to their right.
 */
public final class SimplexGrid {

  /** Cuts of each side. */
  public static final int STEP = 20;

  /** Cells are numbered from 0 to {@code CELLS - 1}. */
  public static final int CELLS = STEP * STEP;

  private SimplexGrid() {}

  /**
   * The cell of a posterior.
   *
   * @param negative in ppm
   * @param positive in ppm; neutral is the rest
   * @throws IllegalArgumentException if the three are no posterior
   */
  public static int cell(long negative, long positive) {
    long neutral = FixedPoint.ONE - negative - positive;
    if (negative < 0 || neutral < 0 || positive < 0) {
      throw new IllegalArgumentException(
          "not a posterior in ppm: negative %d, positive %d".formatted(negative, positive));
    }
    int row = floor(negative);
    int column = floor(positive);
    int rest = floor(neutral);
    // A point of the lattice itself touches up to six triangles; it goes to an upright one.
    if (row + column + rest == STEP) {
      if (row > 0) {
        row--;
      } else if (column > 0) {
        column--;
      } else {
        rest--;
      }
    }
    boolean inverted = row + column + rest == STEP - 2;
    return CELLS - square(STEP - row) + 2 * column + (inverted ? 1 : 0);
  }

  /** The centre of a cell: negative, neutral, positive, all above 0. */
  public static double[] centre(int cell) {
    if (cell < 0 || cell >= CELLS) {
      throw new IllegalArgumentException("no such cell: " + cell);
    }
    int height = (int) Math.ceil(Math.sqrt(CELLS - cell));
    int place = cell - (CELLS - square(height));
    double inset = place % 2 == 0 ? 1 / 3.0 : 2 / 3.0;
    double negative = (STEP - height + inset) / STEP;
    double positive = (place / 2 + inset) / STEP;
    return new double[] {negative, 1 - negative - positive, positive};
  }

  private static int floor(long ppm) {
    return (int) (ppm * STEP / FixedPoint.ONE);
  }

  private static int square(int side) {
    return side * side;
  }
}
