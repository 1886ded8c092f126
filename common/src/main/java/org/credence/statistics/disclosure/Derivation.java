package org.credence.statistics.disclosure;

import java.util.BitSet;
import java.util.Random;

/**
 * Which hidden cells follow from the published ones.
 *
 * <p>The equations leave the hidden cells a null space. A cell is determined if and only if it is 0
 * in every vector of that space, and a random vector is 0 elsewhere with a chance of 2^-31 only
 * (which would hide a cell too many, never one too few). Arithmetic is exact, modulo a prime: the
 * minors of such sums are small numbers, so nothing vanishes by the modulus.
 */
final class Derivation {

  private static final long SEED = 20_070_611;

  private Derivation() {}

  /**
   * @param equations that the reader knows of
   */
  static BitSet derivable(Hierarchy<?> hierarchy, BitSet hidden, BitSet equations) {
    SparseElimination elimination = new SparseElimination();
    BitSet derivable = new BitSet();
    equations.stream()
        .forEach(
            equation -> {
              elimination.startRow();
              for (int cell : hierarchy.members(equation)) {
                if (hidden.get(cell)) {
                  elimination.put(cell, hierarchy.isTotal(equation, cell) ? -1 : 1);
                  derivable.set(cell);
                }
              }
            });
    Random random = new Random(SEED);
    long[] vector = new long[hierarchy.cells()];
    derivable.stream().forEach(cell -> vector[cell] = 1 + random.nextInt(Integer.MAX_VALUE - 1));
    elimination.complete(vector);
    derivable.stream().filter(cell -> vector[cell] != 0).forEach(derivable::clear);
    return derivable;
  }
}
