package org.credence.jobs.nightly;

/** How much a night has to do: which Java settings serve it best depends on it. */
public enum Work {
  NONE,
  /** A minute or two: most of it goes into starting, so code is compiled fast rather than well. */
  SMALL,
  LARGE
}
