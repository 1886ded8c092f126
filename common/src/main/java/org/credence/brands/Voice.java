package org.credence.brands;

import java.util.Locale;

/** Who speaks in a mention, seen from the mentioned brand. */
public enum Voice {
  /** One of the brand's own accounts. */
  COMPANY,
  /** Anybody else, other brands included. */
  PUBLIC;

  /** As it stands in tables. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
