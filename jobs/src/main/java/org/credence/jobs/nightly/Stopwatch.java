package org.credence.jobs.nightly;

import java.time.Duration;

/** Measures how long something took; never tells what time it is. */
public final class Stopwatch {

  private final long started = System.nanoTime();

  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - started);
  }

  /** Seconds to the millisecond. */
  double seconds() {
    return elapsed().toMillis() / 1e3;
  }
}
