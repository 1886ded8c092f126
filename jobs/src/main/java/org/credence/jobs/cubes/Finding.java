package org.credence.jobs.cubes;

import org.credence.cubes.AuditRule;
import org.credence.cubes.Words;

/**
 * What an audit found broken.
 *
 * @param what a sentence without its full stop, no handle and no text of a post in it
 */
record Finding(AuditRule rule, Words what) {

  static Finding of(AuditRule rule, String en, String fr, Object... values) {
    return new Finding(
        rule,
        new Words(
            String.format(java.util.Locale.ROOT, en, values),
            String.format(java.util.Locale.ROOT, fr, values)));
  }
}
