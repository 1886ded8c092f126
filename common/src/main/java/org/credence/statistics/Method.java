package org.credence.statistics;

import java.util.Locale;

/** How a published share was estimated. The code is what a cube's row says. */
public enum Method {
  /**
   * Mean of calibrated posteriors, shrunk to the parent: brands with labelled history, where it won
   * the backtest.
   */
  PCC,
  /** EM with a prior from the parent: brands and topics without labelled history. */
  MAP_SLD,
  /** As PCC, but no label tells how far it is off: the widest interval. */
  NO_LABELS;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
