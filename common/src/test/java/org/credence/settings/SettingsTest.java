package org.credence.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.credence.settings.CredenceSettings.CatalogType;
import org.credence.settings.SourcesFile.Expected;
import org.credence.settings.SourcesFile.Network;
import org.credence.testing.ConfFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

  @TempDir Path root;
  private ConfFolder conf;

  @BeforeEach
  void aConfFolderThatIsRight() {
    conf = ConfFolder.in(root);
  }

  @Test
  void mapsEveryKeyOfCredenceYaml() {
    CredenceSettings credence = load(Map.of()).credence();

    assertThat(credence)
        .isEqualTo(
            new CredenceSettings(
                false,
                new CredenceSettings.Locations(
                    "archive",
                    "work/lake",
                    "work/models",
                    "work/cubes",
                    "work/reports",
                    "work/runs"),
                new CredenceSettings.Catalog(CatalogType.HADOOP, "", Map.of()),
                List.of("en", "fr"),
                "Europe/Paris",
                10,
                new CredenceSettings.Employees(false, 20),
                7,
                new CredenceSettings.Reading(8, 200, 200),
                new CredenceSettings.Training(
                    List.of("labels.tsv"), new CredenceSettings.Weights(1.0, 0.2, 0.05), 5000),
                List.of(),
                new CredenceSettings.Bots(20, 0.2),
                new CredenceSettings.Rescoring(35),
                new TopicSettings(true, 28, 200, 60, 50_000),
                new AuditSettings(8, 4, 14, 50, 8, 0.3, 0.4, 0.3, 0.5),
                new CredenceSettings.Editions(7, true),
                new CredenceSettings.Retention(400, 90, 400, 30, 0),
                new CredenceSettings.Upkeep(2, 7, 0)));
    assertThat(credence.zone()).isEqualTo(ZoneId.of("Europe/Paris"));
  }

  @Test
  void mapsBrandsTrustModelSourcesAndSpark() {
    Settings settings = load(Map.of());

    assertThat(settings.brands().brands().get(0))
        .isEqualTo(
            new BrandsFile.Brand(
                "acme",
                "Acme",
                List.of("acme", "c++ (acme)"),
                Map.of("twitter", List.of("AcmeHelps")),
                List.of("acme road"),
                List.of("globex")));
    assertThat(settings.trustModel().attributes())
        .containsExactly(
            new TrustModelFile.Attribute(
                "honest",
                Map.of("en", "Honest", "fr", "Honnête"),
                Map.of("en", List.of("honest*"), "fr", List.of("honnête*"))));
    assertThat(settings.sources().sources())
        .containsExactly(
            new SourcesFile.Source(
                "twitter",
                "twitter",
                "twitter-v1",
                "twitter",
                Network.PUBLIC,
                "UTC",
                "",
                Expected.DAILY));
    assertThat(settings.localSpark())
        .isEqualTo(Map.of("spark.master", "local[2]", "spark.ui.enabled", "false"));
    assertThat(settings.clusterSpark()).isEqualTo(Map.of("spark.executor.memory", "4g"));
  }

  @Test
  void aLocationWithoutASchemeIsAFolderBesideConf() {
    conf.replace("credence.yaml", "work/cubes", "s3a://bucket/some/cubes");
    conf.replace("credence.yaml", "work/reports", "/srv/reports");

    Settings settings = load(Map.of());

    assertThat(Path.of(settings.archive())).isEqualTo(root.resolve("archive"));
    assertThat(settings.lake()).isEqualTo(URI.create("file://" + root + "/work/lake"));
    assertThat(settings.cubes()).isEqualTo(URI.create("s3a://bucket/some/cubes"));
    assertThat(Path.of(settings.reports())).isEqualTo(Path.of("/srv/reports"));
  }

  @Test
  void theAddressOfAFolderIsTheSameBeforeAndAfterItExists() throws Exception {
    URI before = load(Map.of()).lake();
    Files.createDirectories(root.resolve("work/lake"));

    assertThat(load(Map.of()).lake()).isEqualTo(before);
  }

  @Test
  void overridesAreLaidOverTheFile() {
    CredenceSettings credence =
        load(Map.of(
                "minimum-cell-size", "25",
                "languages", "[fr]",
                "training.weights.emoji", "0",
                "catalog.properties", "{prefix: night}"))
            .credence();

    assertThat(credence.minimumCellSize()).isEqualTo(25);
    assertThat(credence.languages()).containsExactly("fr");
    assertThat(credence.training().weights().emoji()).isZero();
    assertThat(credence.catalog().properties()).isEqualTo(Map.of("prefix", "night"));
  }

  @Test
  void aPersonMaySayHowTopicsAreShown() throws Exception {
    assertThat(load(Map.of()).topics())
        .isEqualTo(
            new TopicsFile(
                Map.of("acme.en.12", "Late deliveries"),
                Map.of("acme.en.31", "acme.en.12"),
                List.of("acme.fr.4"),
                List.of("acme.en.12")));

    Files.delete(conf.path().resolve("topics.yaml"));

    assertThat(load(Map.of()).topics())
        .isEqualTo(new TopicsFile(Map.of(), Map.of(), List.of(), List.of()));
  }

  @Test
  void anObjectStoreIsFineWithADatabaseCatalog() {
    Settings settings =
        load(
            Map.of(
                "locations.lake", "s3a://bucket/lake",
                "catalog.type", "jdbc",
                "catalog.uri", "'jdbc:postgresql://host/db'"));

    assertThat(settings.credence().catalog().type()).isEqualTo(CatalogType.JDBC);
  }

  private Settings load(Map<String, String> overrides) {
    return Settings.load(conf.path(), overrides);
  }
}
