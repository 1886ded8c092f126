package org.credence.jobs.cli;

import java.util.Set;
import org.credence.jobs.nightly.Work;

/**
 * The agreement with {@code jobs/bin/credence}. It first starts a light Java that answers whatever
 * needs no Spark, with the few jars that a local lake needs: opening all of them takes longer than
 * the answer. When there is more to do, that Java ends with a code that names what the launcher is
 * to start next.
 */
final class Launcher {

  private static final int SMALL = 100;
  private static final int LARGE = 101;

  /** Asks for the same again with all jars, before anything was done or printed. */
  static final int ALL_JARS = 102;

  private Launcher() {}

  /** Whether this is a light process. */
  static boolean decides() {
    return Set.of("few jars", "all jars").contains(told());
  }

  /** Whether a class that is not there may be in a jar that was left out. */
  static boolean hasFewJars() {
    return told().equals("few jars");
  }

  private static String told() {
    return System.getProperty("credence.launcher", "");
  }

  static int codeFor(Work work) {
    return work == Work.LARGE ? LARGE : SMALL;
  }
}
