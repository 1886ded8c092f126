package org.credence.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small conf folder that is right, and from which a test makes one that is wrong. */
public final class ConfFolder {

  private static final String CREDENCE =
      """
      demo: false
      locations:
        archive: archive
        lake: work/lake
        models: work/models
        cubes: work/cubes
        reports: work/reports
        runs: work/runs
      catalog:
        type: hadoop
        uri: ""
        properties: {}
      languages: [en, fr]
      reporting-time-zone: Europe/Paris
      minimum-cell-size: 10
      employees:
        read: false
        minimum-cell-size: 20
      seed: 7
      reading:
        record-mb: 8
        unpacked-gb: 200
        ratio: 200
      training:
        labels: [labels.tsv]
        weights:
          labels: 1.0
          stars: 0.2
          emoji: 0.05
        maximum-rows: 5000
      surveys: []
      bots:
        posts-per-day: 20
        distinct-texts: 0.2
      rescoring:
        nights: 35
      topics:
        enabled: true
        window: 28
        smallest-scope: 200
        slots: 60
        largest-night: 50000
      audits:
        history-weeks: 8
        least-weeks: 4
        least-nights: 14
        least-posts: 50
        volume-factor: 8
        null-share-rise: 0.3
        net-drift: 0.4
        unscored-rise: 0.3
        missing-sources: 0.5
      editions:
        keep-nights: 7
        keep-month-ends: true
      retention:
        text-days: 400
        rejects-days: 90
        runs-days: 400
        logs-days: 30
        reports-days: 0
      upkeep:
        snapshot-nights: 2
        sweep-days: 7
        disk-budget-gb: 0
      """;

  private static final String BRANDS =
      """
      brands:
        - id: acme
          name: Acme
          aliases: [acme, "c++ (acme)"]
          accounts: {twitter: [AcmeHelps]}
          exclude: [acme road]
          competitors: [globex]
        - id: globex
          name: Globex
          aliases: [globex]
          accounts: {}
          exclude: []
          competitors: []
      """;

  private static final String TRUST_MODEL =
      """
      id: small
      version: 1
      clusters:
        - id: integrity
          name: {en: Integrity, fr: Intégrité}
          attributes:
            - id: honest
              name: {en: Honest, fr: Honnête}
              phrases: {en: [honest*], fr: [honnête*]}
      """;

  private static final String SOURCES =
      """
      sources:
        - name: twitter
          folder: twitter
          format: twitter-v1
          platform: Twitter
          network: public
          time-zone: UTC
          language: ""
          expected: daily
      """;

  private static final String TOPICS =
      """
      rename: {acme.en.12: Late deliveries}
      merge: {acme.en.31: acme.en.12}
      hide: [acme.fr.4]
      pin: [acme.en.12]
      """;

  private final Path conf;

  private ConfFolder(Path conf) {
    this.conf = conf;
  }

  /** Writes the folder {@code conf} below a root. */
  public static ConfFolder in(Path root) {
    ConfFolder folder = new ConfFolder(root.resolve("conf"));
    folder.write("credence.yaml", CREDENCE);
    folder.write("brands.yaml", BRANDS);
    folder.write("trust-model.yaml", TRUST_MODEL);
    folder.write("sources.yaml", SOURCES);
    folder.write("topics.yaml", TOPICS);
    folder.write("spark/local.conf", "spark.master  local[2]\nspark.ui.enabled=false\n");
    folder.write("spark/cluster.conf", "# none\nspark.executor.memory  4g\n");
    return folder;
  }

  public Path path() {
    return conf;
  }

  /** Replaces a text that must be in the file. */
  public ConfFolder replace(String file, String text, String by) {
    String content = read(file);
    assertThat(content).contains(text);
    return write(file, content.replace(text, by));
  }

  public ConfFolder write(String file, String content) {
    Path path = conf.resolve(file);
    try {
      Files.createDirectories(path.getParent());
      Files.writeString(path, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  private String read(String file) {
    try {
      return Files.readString(conf.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
