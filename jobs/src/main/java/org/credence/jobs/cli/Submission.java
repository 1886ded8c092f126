package org.credence.jobs.cli;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.spark.launcher.JavaModuleOptions;
import org.credence.jobs.nightly.CodeVersion;
import org.credence.settings.CredenceSettings.Locations;
import org.credence.settings.Refusal;
import org.credence.settings.Settings;

/**
 * The command line of spark-submit for one command of ours.
 *
 * @param sparkHome folder of a Spark distribution
 * @param master empty for that of cluster.conf or of the distribution's defaults
 * @param cluster whether the driver runs on the cluster too
 * @param arguments our command and its options
 */
record Submission(
    Path sparkHome, Optional<String> master, boolean cluster, List<String> arguments) {

  /** Where a shipped conf folder appears, beside the driver. */
  private static final String SHIPPED_CONF = "conf";

  private static final String JAVA_OPTIONS = "spark.driver.extraJavaOptions";

  private static final Pattern SECRET =
      Pattern.compile("secret|password|token|access[.]?key", Pattern.CASE_INSENSITIVE);

  Submission {
    arguments = List.copyOf(arguments);
  }

  /** The drivers of a standalone cluster see the disk of whoever submits; others get an archive. */
  boolean shipsConf() {
    return cluster && !standalone();
  }

  boolean standalone() {
    return master.filter(url -> url.startsWith("spark://")).isPresent();
  }

  /**
   * @param confDir the folder that the driver reads, or that {@code confArchive} was made of
   * @param confArchive zip of the conf folder, used when {@link #shipsConf}
   */
  List<String> commandLine(Settings settings, Path confDir, Path confArchive) {
    if (cluster && standalone()) {
      refuseSecrets(settings.clusterSpark().keySet());
    }
    List<Path> product = CodeVersion.jars();
    if (product.size() != 2) {
      throw Refusal.configuration(
          "There is nothing to submit",
          "this process does not run from jars",
          "Use jobs/bin/credence, which builds them.");
    }
    Path application = product.get(1);
    Path lib = application.resolveSibling("lib");
    List<String> line = new ArrayList<>();
    line.add(sparkHome.resolve("bin/spark-submit").toString());
    master.ifPresent(url -> line.addAll(List.of("--master", url)));
    line.addAll(List.of("--deploy-mode", cluster ? "cluster" : "client"));
    line.addAll(List.of("--name", "credence " + arguments.get(0)));
    line.addAll(List.of("--class", Credence.class.getName()));
    Path properties = confDir.toAbsolutePath().normalize().resolve("spark/cluster.conf");
    line.addAll(List.of("--properties-file", properties.toString(), "--load-spark-defaults"));
    if (cluster && standalone()) {
      line.addAll(List.of("--conf", "spark.standalone.submit.waitAppCompletion=true"));
      // The other way to submit hands no environment on to the driver, and with it no secret.
      line.addAll(List.of("--conf", "spark.master.rest.enabled=false"));
      line.addAll(List.of("--conf", JAVA_OPTIONS + "=" + javaOptions(settings.clusterSpark())));
    }
    if (shipsConf()) {
      line.addAll(List.of("--archives", confArchive + "#" + SHIPPED_CONF));
    }
    line.addAll(List.of("--jars", commaSeparated(lib)));
    line.add(application.toString());
    line.addAll(arguments);
    line.addAll(ours(settings, confDir));
    return line;
  }

  /** Java's modules are opened for every other driver and executor by Spark itself. */
  private static String javaOptions(Map<String, String> properties) {
    String own = properties.getOrDefault(JAVA_OPTIONS, "");
    return (own + " " + JavaModuleOptions.defaultModuleOptions()).strip();
  }

  /** A standalone cluster writes every property on the driver's command line. */
  private static void refuseSecrets(Set<String> properties) {
    properties.stream()
        .filter(property -> SECRET.matcher(property).find())
        .findFirst()
        .ifPresent(
            property -> {
              throw Refusal.configuration(
                  "spark/cluster.conf holds a secret, " + property,
                  "a standalone cluster shows it on the driver's command line",
                  "Give it in the environment or in a Hadoop credential provider.");
            });
  }

  private String commaSeparated(Path lib) {
    return ShippedJars.lacking(lib, sparkHome.resolve("jars")).stream()
        .map(Path::toString)
        .collect(joining(","));
  }

  /**
   * Our own options: relative locations mean folders here, so a driver elsewhere gets them whole.
   */
  private List<String> ours(Settings settings, Path confDir) {
    if (!shipsConf()) {
      return List.of("--conf-dir", confDir.toAbsolutePath().normalize().toString());
    }
    Locations relative = settings.credence().locations();
    List<String> ours = new ArrayList<>(List.of("--conf-dir", SHIPPED_CONF));
    set(ours, "locations.archive", settings.location(relative.archive()).toString());
    set(ours, "locations.lake", settings.location(relative.lake()).toString());
    set(ours, "locations.models", settings.location(relative.models()).toString());
    set(ours, "locations.cubes", settings.location(relative.cubes()).toString());
    set(ours, "locations.reports", settings.location(relative.reports()).toString());
    set(ours, "locations.runs", settings.location(relative.runs()).toString());
    String labels =
        settings.credence().training().labels().stream()
            .map(label -> "'" + settings.location(label) + "'")
            .collect(joining(",", "[", "]"));
    set(ours, "training.labels", labels);
    return ours;
  }

  private static void set(List<String> ours, String key, String value) {
    ours.addAll(List.of("--set", key + "=" + value));
  }
}
