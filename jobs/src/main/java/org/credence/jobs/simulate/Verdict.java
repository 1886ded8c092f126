package org.credence.jobs.simulate;

/** What becomes of a record of the archive: the accounting that a reader has to arrive at. */
enum Verdict {
  ACCEPTED,
  REJECTED,
  DUPLICATE,
  OUT_OF_SCOPE,
  NOTICE
}
