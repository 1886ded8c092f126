package org.credence.jobs;

/** Tells a watching person how far a stage is. */
public interface Progress {

  /** What is being done now, such as {@code reading 60 drops, 41 MB}. */
  void step(String what);

  /** A finding worth a line that stays, such as a count or a gap. */
  void note(String what);

  /** Says nothing. */
  static Progress silent() {
    return new Progress() {
      @Override
      public void step(String what) {}

      @Override
      public void note(String what) {}
    };
  }
}
