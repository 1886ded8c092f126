package org.credence.jobs.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.credence.settings.Refusal;

/**
 * The jars that a Spark distribution lacks: Iceberg, S3A and its SDK, and a few of ours. Found by
 * comparing names, so that a distribution that has one of them keeps its own.
 */
final class ShippedJars {

  /** Large, and only for commands that no cluster runs: train, score and evaluate sentiment. */
  private static final Set<String> LOCAL = Set.of("onnxruntime", "tokenizers", "api", "jna");

  private ShippedJars() {}

  /**
   * @param lib jars beside the application's
   * @param distribution the folder {@code jars} of a Spark distribution
   */
  static List<Path> lacking(Path lib, Path distribution) {
    Set<String> present =
        jars(distribution).stream().map(ShippedJars::artifact).collect(Collectors.toSet());
    return jars(lib).stream()
        .filter(jar -> !present.contains(artifact(jar)) && !LOCAL.contains(artifact(jar)))
        .toList();
  }

  private static List<Path> jars(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw Refusal.configuration(
          "There are no jars in " + folder,
          "the folder can't be read",
          "Set SPARK_HOME or --spark-home to a Spark 4.1 distribution.");
    }
  }

  /** The name without its version: {@code s3-2.29.52.jar} is s3. */
  static String artifact(Path jar) {
    return String.valueOf(jar.getFileName()).replaceFirst("-\\d+[.\\d].*$|\\.jar$", "");
  }
}
