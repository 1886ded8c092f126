package org.credence.statistics;

/** The pyramid of engagement: everybody stands on one tier, that of the highest act. */
public enum Tier {
  /** Seen, but neither shared nor commented nor produced. */
  WATCHING,
  SHARING,
  COMMENTING,
  PRODUCING;

  public static Tier of(int acts) {
    if (Act.PRODUCED.isIn(acts)) {
      return PRODUCING;
    }
    if (Act.COMMENTED.isIn(acts)) {
      return COMMENTING;
    }
    return Act.SHARED.isIn(acts) ? SHARING : WATCHING;
  }
}
