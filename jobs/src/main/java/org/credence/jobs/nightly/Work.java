package org.credence.jobs.nightly;

import java.util.Map;

/** How much a night has to do: which settings of Java and Spark serve it best depends on it. */
public enum Work {
  NONE(Map.of()),

  /**
   * Seconds: planning and compiling queries for a large table costs more than running them as they
   * are. The result is the same.
   */
  TINY(
      Map.of(
          "spark.sql.codegen.wholeStage", "false",
          "spark.sql.codegen.factoryMode", "NO_CODEGEN",
          "spark.sql.adaptive.enabled", "false",
          "spark.sql.shuffle.partitions", "2")),

  /** A minute or two: most of it goes into starting, so code is compiled fast rather than well. */
  SMALL(Map.of()),

  LARGE(Map.of());

  private final Map<String, String> session;

  Work(Map<String, String> session) {
    this.session = session;
  }

  /** Properties of a local session on top of those of local.conf. */
  Map<String, String> session() {
    return session;
  }
}
