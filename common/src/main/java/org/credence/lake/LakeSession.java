package org.credence.lake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.credence.settings.CredenceSettings.Catalog;
import org.credence.settings.CredenceSettings.CatalogType;
import org.credence.settings.Settings;

/** Opens the one Spark session of a run, with the lake's catalog in it. */
public final class LakeSession {

  static final String CATALOG = "lake";
  static final String USER = "CREDENCE_CATALOG_USER";
  static final String PASSWORD = "CREDENCE_CATALOG_PASSWORD";

  private LakeSession() {}

  /**
   * @param master of the cluster; empty when spark-submit has given one, or for the local default
   */
  public static SparkSession open(Settings settings, String application, Optional<String> master) {
    SparkSession.Builder builder = SparkSession.builder().appName(application);
    boolean submitted = System.getProperty("spark.master") != null;
    if (!submitted) {
      settings.localSpark().forEach(builder::config);
      master.ifPresent(builder::master);
    }
    properties(settings, System.getenv()).forEach(builder::config);
    return builder.getOrCreate();
  }

  /** The Spark properties that every run needs, whatever starts it. */
  static Map<String, String> properties(Settings settings, Map<String, String> environment) {
    Catalog catalog = settings.credence().catalog();
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("spark.sql.session.timeZone", "UTC");
    properties.put(
        "spark.sql.extensions",
        "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions");
    String prefix = "spark.sql.catalog." + CATALOG;
    properties.put(prefix, FencedCatalog.class.getName());
    properties.put(prefix + ".type", catalog.type().id());
    properties.put(prefix + ".warehouse", settings.lake().toString());
    if (!catalog.uri().isBlank()) {
      properties.put(prefix + ".uri", catalog.uri());
    }
    if (catalog.type() == CatalogType.JDBC) {
      properties.put(prefix + ".jdbc.schema-version", "V1");
      properties.put(prefix + ".io-impl", "org.apache.iceberg.hadoop.HadoopFileIO");
      secret(properties, prefix + ".jdbc.user", environment.get(USER));
      secret(properties, prefix + ".jdbc.password", environment.get(PASSWORD));
    }
    catalog.properties().forEach((key, value) -> properties.put(prefix + "." + key, value));
    return properties;
  }

  private static void secret(
      Map<String, String> properties, String key, @org.jspecify.annotations.Nullable String value) {
    if (value != null) {
      properties.put(key, value);
    }
  }
}
