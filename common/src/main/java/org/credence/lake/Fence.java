package org.credence.lake;

/** Stands before every commit: lets only the run pass that holds the lake now. */
@FunctionalInterface
public interface Fence {

  /** Lets everybody pass, where nobody else can write. */
  Fence OPEN = () -> {};

  /**
   * @throws org.credence.settings.Refusal with the code of busy, when another run has taken over
   */
  void check();
}
