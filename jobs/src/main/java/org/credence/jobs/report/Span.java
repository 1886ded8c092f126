package org.credence.jobs.report;

import java.time.LocalDate;
import org.credence.cubes.Level;

/**
 * A period of a level.
 *
 * @param first day of the period
 */
public record Span(Level level, LocalDate first) implements Comparable<Span> {

  Span previous() {
    return new Span(level, level.previous(first));
  }

  @Override
  public int compareTo(Span other) {
    return first.equals(other.first) ? level.compareTo(other.level) : first.compareTo(other.first);
  }
}
