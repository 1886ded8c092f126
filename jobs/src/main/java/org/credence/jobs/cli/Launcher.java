package org.credence.jobs.cli;

import org.credence.jobs.nightly.Work;

/**
 * The agreement with {@code jobs/bin/credence}. It first starts a light Java that answers whatever
 * needs no Spark. When there is more to do, that Java ends with a code that names the settings
 * under which the launcher is to start a second one.
 */
final class Launcher {

  private static final int SMALL = 100;
  private static final int LARGE = 101;

  private Launcher() {}

  /** Whether this is the first, light process. */
  static boolean decides() {
    return "decide".equals(System.getProperty("credence.launcher"));
  }

  static int codeFor(Work work) {
    return work == Work.SMALL ? SMALL : LARGE;
  }
}
