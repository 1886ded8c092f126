package org.credence.statistics;

import java.util.Locale;

/** Ways to estimate the shares of any number of classes in a cell, see {@link CellQuantifier}. */
public enum CellMethod {
  /** Mean of the posteriors as the classifier gives them. */
  PCC,
  /** Mean of calibrated posteriors. */
  PCC_BCTS,
  /** Mean of calibrated posteriors, corrected by what becomes of each true class. */
  PACC,
  /** EM on calibrated posteriors. */
  SLD,
  /** EM on calibrated posteriors with a prior from the parent. */
  MAP_SLD;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
