package org.credence.statistics;

/** What a person did in a cell, as bits of one byte; a person may have done several. */
public enum Act {
  SHARED,
  COMMENTED,
  PRODUCED;

  public int bit() {
    return 1 << ordinal();
  }

  public boolean isIn(int acts) {
    return (acts & bit()) != 0;
  }
}
