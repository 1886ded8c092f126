package org.credence.models;

import java.util.Optional;

/** Decides whether a candidate may serve. */
public interface Gate {

  /**
   * @param champion what serves now, if anything does
   */
  Verdict judge(ModelCard candidate, Optional<ModelCard> champion);

  /** What a gate decided, and why. */
  sealed interface Verdict {

    String reason();

    /** The candidate serves from now on. */
    record Promote(String reason) implements Verdict {}

    /** The champion stays. */
    record Keep(String reason) implements Verdict {}
  }
}
