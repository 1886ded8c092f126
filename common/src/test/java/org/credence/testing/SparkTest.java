package org.credence.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one local session of the test JVM: two threads, one shuffle partition, UTC, no
 * UI. Plans are interpreted, as those of tiny nights are; {@code -Dspark.codegen=true} compiles
 * them as those of large ones.
 */
@Tag("spark")
@ExtendWith(SparkTest.Session.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface SparkTest {

  final class Session implements ParameterResolver {

    private static final boolean INTERPRETED = !Boolean.getBoolean("spark.codegen");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == SparkSession.class;
    }

    @Override
    public SparkSession resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return SparkSession.builder()
          .master("local[2]")
          .config(
              "spark.sql.extensions",
              "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions")
          .config("spark.ui.enabled", false)
          .config("spark.sql.shuffle.partitions", 1)
          .config("spark.sql.codegen.wholeStage", INTERPRETED ? "false" : "true")
          .config("spark.sql.codegen.factoryMode", INTERPRETED ? "NO_CODEGEN" : "FALLBACK")
          .config("spark.sql.adaptive.enabled", !INTERPRETED)
          .config("spark.sql.session.timeZone", "UTC")
          .config("spark.driver.bindAddress", "127.0.0.1")
          .config("spark.driver.host", "127.0.0.1")
          .getOrCreate();
    }
  }
}
