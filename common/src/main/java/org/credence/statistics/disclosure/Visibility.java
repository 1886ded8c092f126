package org.credence.statistics.disclosure;

/** Whether a cell is shown, and if not, why. */
public enum Visibility {
  PUBLISHED,
  /** Hidden because too few people are behind it. */
  PRIMARY,
  /** Hidden because it would give a hidden cell away. */
  COMPLEMENTARY
}
