package org.credence.jobs.nightly;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.credence.settings.Settings;
import org.credence.storage.Storage;
import org.jspecify.annotations.Nullable;

/** The storages of a run, opened without Spark. Local ones need no class of Hadoop either. */
public final class Places {

  private static final String HADOOP = "spark.hadoop.";

  private final Settings settings;
  private final Map<String, String> spark;
  private @Nullable Configuration configuration;

  /** As the session to come sees them: with the properties of spark-submit, or of local.conf. */
  public Places(Settings settings) {
    this(settings, ofSession(settings));
  }

  private Places(Settings settings, Map<String, String> spark) {
    this.settings = settings;
    this.spark = spark;
  }

  /** As a driver sees them that is submitted to a cluster. */
  public static Places ofCluster(Settings settings) {
    return new Places(settings, settings.clusterSpark());
  }

  public Settings settings() {
    return settings;
  }

  public Storage archive() {
    return open(settings.archive());
  }

  public Storage models() {
    return open(settings.models());
  }

  public Storage cubes() {
    return open(settings.cubes());
  }

  public Storage reports() {
    return open(settings.reports());
  }

  public Storage runs() {
    return open(settings.runs());
  }

  public Storage open(URI root) {
    return Storage.isLocal(root) ? Storage.local(root) : Storage.of(root, hadoop());
  }

  /** Hadoop's own files, with the {@code spark.hadoop.} properties of the session on top. */
  public Configuration hadoop() {
    Configuration known = configuration;
    if (known == null) {
      known = new Configuration();
      for (Map.Entry<String, String> property : spark().entrySet()) {
        if (property.getKey().startsWith(HADOOP)) {
          known.set(property.getKey().substring(HADOOP.length()), property.getValue());
        }
      }
      configuration = known;
    }
    return known;
  }

  Map<String, String> spark() {
    return spark;
  }

  private static Map<String, String> ofSession(Settings settings) {
    if (System.getProperty("spark.master") == null) {
      return settings.localSpark();
    }
    Map<String, String> submitted = new TreeMap<>();
    for (String name : System.getProperties().stringPropertyNames()) {
      if (name.startsWith("spark.")) {
        submitted.put(name, System.getProperty(name));
      }
    }
    return submitted;
  }
}
