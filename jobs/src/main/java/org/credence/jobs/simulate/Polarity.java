package org.credence.jobs.simulate;

import java.util.Locale;

/** The classes in the order of every share in the truth. */
enum Polarity {
  NEGATIVE,
  NEUTRAL,
  POSITIVE;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
