package org.credence.jobs.report;

import java.time.LocalDate;
import java.util.List;

/**
 * What one source delivered.
 *
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
    List<LocalDate> gaps) {

  SourceLine {
    gaps = List.copyOf(gaps);
  }
}
