package org.credence.lake;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** A lake in a temporary folder, in the session that all tests share. */
public final class TestLake {

  private TestLake() {}

  /** Points the session's catalog at the folder; tables of an earlier folder are out of sight. */
  public static Lake in(SparkSession spark, Path folder) {
    return in(spark, folder, Fence.OPEN);
  }

  static Lake in(SparkSession spark, Path folder, Fence fence) {
    String catalog = catalog(folder);
    spark.conf().set("spark.sql.catalog." + catalog, FencedCatalog.class.getName());
    spark.conf().set("spark.sql.catalog." + catalog + ".type", "hadoop");
    spark.conf().set("spark.sql.catalog." + catalog + ".warehouse", folder.toUri().toString());
    return new Lake(spark, catalog, fence);
  }

  /** Name of the folder's catalog in the session. */
  public static String catalog(Path folder) {
    return "lake_" + Integer.toHexString(folder.toString().hashCode());
  }
}
