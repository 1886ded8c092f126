package org.credence.jobs.nightly;

import java.time.Duration;
import org.credence.jobs.Progress;

/** Tells a watching person how far a night is. */
public interface NightProgress extends Progress {

  /** A stage begins. */
  void begin(String stage);

  /** Tasks of Spark that the stage has finished, of those known so far. */
  void tasks(int done, int known);

  /** The stage is done. */
  void end(String summary, Duration took);
}
