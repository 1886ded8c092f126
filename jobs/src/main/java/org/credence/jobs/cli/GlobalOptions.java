package org.credence.jobs.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.credence.settings.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that every command has. */
final class GlobalOptions {

  @Option(
      names = "--conf-dir",
      paramLabel = "DIR",
      description = "Folder of the settings; default: conf of this installation.")
  private @Nullable Path confDir;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description =
          "Overrides a key of credence.yaml, such as editions.keep-nights=3; may be repeated.")
  private Map<String, String> overrides = new LinkedHashMap<>();

  @Option(
      names = "--master",
      paramLabel = "URL",
      description =
          "Spark master, such as local[4]; default: that of spark/local.conf, of spark/cluster.conf"
              + " for submit.")
  private @Nullable String master;

  @Option(names = "--json", description = "Prints one JSON object as the last line of stdout.")
  private boolean json;

  boolean json() {
    return json;
  }

  Optional<String> master() {
    return Optional.ofNullable(master);
  }

  Map<String, String> overrides() {
    return overrides;
  }

  /** Of this installation, or of the folder in which somebody runs a jar by hand. */
  Path confDir() {
    if (confDir != null) {
      return confDir;
    }
    Path home = home();
    return Files.isDirectory(home.resolve("conf")) ? home.resolve("conf") : Path.of("conf");
  }

  static Path home() {
    return Path.of(System.getProperty("credence.home", "."));
  }

  Settings settings() {
    return Settings.load(confDir(), overrides);
  }
}
