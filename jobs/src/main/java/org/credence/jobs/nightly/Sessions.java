package org.credence.jobs.nightly;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.spark.sql.RuntimeConfig;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import scala.Option;

/** Gives nights their Spark session: each one of its own, or all the same, opened when needed. */
final class Sessions implements AutoCloseable {

  private final boolean shared;
  private final Map<String, Option<String>> replaced = new TreeMap<>();
  private @Nullable SparkSession open;

  private Sessions(boolean shared) {
    this.shared = shared;
  }

  static Sessions ofOneNight() {
    return new Sessions(false);
  }

  static Sessions shared() {
    return new Sessions(true);
  }

  /**
   * @param properties of this night, on top of those of the session when it is a local one
   */
  SparkSession take(Supplier<SparkSession> opening, Map<String, String> properties) {
    SparkSession session = open;
    if (session == null) {
      session = opening.get();
      open = session;
    }
    if (session.sparkContext().isLocal()) {
      RuntimeConfig conf = session.conf();
      properties.forEach(
          (name, value) -> {
            replaced.put(name, conf.getOption(name));
            conf.set(name, value);
          });
    }
    return session;
  }

  /** After a night. */
  void release() {
    if (!shared) {
      close();
    }
    SparkSession session = open;
    if (session != null) {
      restore(session.conf());
    }
  }

  /** The next night may be a large one. */
  private void restore(RuntimeConfig conf) {
    replaced.forEach(
        (name, value) -> {
          if (value.isDefined()) {
            conf.set(name, value.get());
          } else {
            conf.unset(name);
          }
        });
    replaced.clear();
  }

  @Override
  public void close() {
    SparkSession session = open;
    open = null;
    if (session != null) {
      session.stop();
    }
  }
}
