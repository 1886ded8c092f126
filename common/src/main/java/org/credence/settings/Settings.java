package org.credence.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * All settings of a run, read and validated before anything starts.
 *
 * @param root folder that relative locations hang under: the parent of the conf folder
 * @param mappings texts of the user's own mapping files, by the name of the format
 * @param localSpark properties of a session that this process starts itself
 * @param clusterSpark properties that {@code credence submit} passes on
 */
public record Settings(
    Path root,
    CredenceSettings credence,
    BrandsFile brands,
    TrustModelFile trustModel,
    SourcesFile sources,
    TopicsFile topics,
    Map<String, String> mappings,
    Map<String, String> localSpark,
    Map<String, String> clusterSpark) {

  /**
   * @param overrides dotted keys of credence.yaml and their values as YAML
   * @throws Refusal with problem, cause and remedy when a file can't be used
   */
  public static Settings load(Path confDir, Map<String, String> overrides) {
    Path conf = confDir.toAbsolutePath().normalize();
    Path parent = conf.getParent();
    Settings settings =
        new Settings(
            parent == null ? conf : parent,
            new SettingsFile(conf.resolve("credence.yaml")).read(CredenceSettings.class, overrides),
            new SettingsFile(conf.resolve("brands.yaml")).read(BrandsFile.class, Map.of()),
            new SettingsFile(conf.resolve("trust-model.yaml")).read(TrustModelFile.class, Map.of()),
            new SettingsFile(conf.resolve("sources.yaml")).read(SourcesFile.class, Map.of()),
            TopicsFile.read(conf.resolve("topics.yaml")),
            Mappings.read(conf.resolve("mappings")),
            SparkProperties.read(conf.resolve("spark/local.conf")),
            SparkProperties.read(conf.resolve("spark/cluster.conf")));
    settings.refuseUnsafeCatalog();
    settings.refuseEmployeesUnlessWanted();
    return settings;
  }

  public URI archive() {
    return location(credence.locations().archive());
  }

  public URI lake() {
    return location(credence.locations().lake());
  }

  public URI models() {
    return location(credence.locations().models());
  }

  public URI cubes() {
    return location(credence.locations().cubes());
  }

  public URI reports() {
    return location(credence.locations().reports());
  }

  public URI runs() {
    return location(credence.locations().runs());
  }

  /** Log files of the runs on this machine. */
  public URI logs() {
    return location("work/logs");
  }

  /** A Hadoop URI; without a scheme a local path, relative to {@link #root}. */
  public URI location(String text) {
    URI uri = text.contains(":/") ? URI.create(text) : null;
    return uri != null && uri.getScheme() != null ? uri : local(root.resolve(text).normalize());
  }

  /** Java ends the address of a folder with a slash once it exists: ours never change. */
  private static URI local(Path path) {
    return URI.create("file://" + path.toUri().getRawPath().replaceFirst("(?<=.)/$", ""));
  }

  private void refuseEmployeesUnlessWanted() {
    if (!credence.employees().read()) {
      for (SourcesFile.Source source : sources.sources()) {
        if (source.network() == SourcesFile.Network.EMPLOYEES) {
          throw Refusal.configuration(
              "the source " + source.name() + " carries the network employees",
              "employees.read is off in credence.yaml",
              "Set employees.read to true if those who write there have been told, or take the"
                  + " source out of sources.yaml.");
        }
      }
    }
  }

  private void refuseUnsafeCatalog() {
    boolean local = "file".equals(lake().getScheme()) || "hdfs".equals(lake().getScheme());
    if (credence.catalog().type() == CredenceSettings.CatalogType.HADOOP && !local) {
      throw Refusal.configuration(
          "catalog.type hadoop is refused for the lake at " + lake(),
          "an object store has no atomic rename, so two commits could both win",
          "Set catalog.type to jdbc or rest and name its uri.");
    }
  }
}
