package org.credence.jobs.cubes;

import java.util.Comparator;

/**
 * Posteriors that mean the same: those of one language, scored in one way.
 *
 * @param mark what the scores depend on, see {@link Epochs.Marks}
 */
record Scale(String language, String mark) implements Comparable<Scale> {

  private static final Comparator<Scale> ORDER =
      Comparator.comparing(Scale::language).thenComparing(Scale::mark);

  @Override
  public int compareTo(Scale other) {
    return ORDER.compare(this, other);
  }
}
