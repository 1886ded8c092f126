package org.credence.jobs.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What one source delivered.
 *
 * @param last date of the last drop, if any came
 * @param gaps days on which a drop was due and none came
 */
record SourceLine(
    String source,
    long files,
    long failed,
    long read,
    long accepted,
    long rejected,
    long duplicates,
    long outOfScope,
    long notices,
    Optional<LocalDate> last,
    List<LocalDate> gaps) {

  SourceLine {
    gaps = List.copyOf(gaps);
  }
}
