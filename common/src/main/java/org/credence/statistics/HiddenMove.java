package org.credence.statistics;

/** The part of a move that an estimate does not show because it leans towards an old mix. */
final class HiddenMove {

  /** Standard errors of a move that are put down to sampling. */
  private static final double NOISE = 1;

  private HiddenMove() {}

  /**
   * @param move that the estimate shows
   * @param variance of that move when nothing moves
   * @param response how much of a true move it shows, see {@link Estimate#response}
   * @return how much further the truth may have moved, in the same direction
   */
  static double of(double move, double variance, double response) {
    double sure = Math.max(0, Math.abs(move) - NOISE * Math.sqrt(variance));
    return Math.signum(move) * sure * (1 / response - 1);
  }
}
