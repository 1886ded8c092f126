package org.credence.settings;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * {@code conf/credence.yaml}: where things are and the choices that hold for a whole lake.
 *
 * @param demo makes the embedded archive and its author key when they are absent
 * @param languages ISO 639-1 codes of the languages that are scored
 * @param reportingTimeZone days, weeks and months of every figure are those of this zone
 * @param minimumCellSize distinct people that a published cell needs, at least 2
 * @param seed of every random choice
 * @param surveys CSV files with results of trust barometers, may be none
 */
public record CredenceSettings(
    boolean demo,
    Locations locations,
    Catalog catalog,
    List<String> languages,
    String reportingTimeZone,
    int minimumCellSize,
    Employees employees,
    long seed,
    Reading reading,
    Training training,
    List<String> surveys,
    Bots bots,
    Rescoring rescoring,
    TopicSettings topics,
    AuditSettings audits,
    Editions editions,
    Retention retention,
    Upkeep upkeep) {

  public CredenceSettings {
    languages = List.copyOf(languages);
    surveys = List.copyOf(surveys);
    require(!languages.isEmpty(), "languages must name at least one language");
    for (String language : languages) {
      require(
          language.matches("[a-z]{2}"),
          "languages holds '" + language + "', which is no ISO 639-1 code such as en");
    }
    require(Set.copyOf(languages).size() == languages.size(), "languages names a language twice");
    require(minimumCellSize >= 2, "minimum-cell-size must be at least 2, was " + minimumCellSize);
    zone(reportingTimeZone);
  }

  public ZoneId zone() {
    return zone(reportingTimeZone);
  }

  private static ZoneId zone(String id) {
    try {
      return ZoneId.of(id);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "reporting-time-zone '" + id + "' is no time zone such as Europe/Paris", e);
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /**
   * Networks inside a company, which are read only where this says so.
   *
   * @param read whether sources of the network {@code employees} are read and shown
   * @param minimumCellSize distinct employees that a published cell needs, at least {@value #LEAST}
   */
  public record Employees(boolean read, int minimumCellSize) {

    private static final int LEAST = 20;

    public Employees {
      require(
          minimumCellSize >= LEAST,
          "employees.minimum-cell-size must be at least " + LEAST + ", was " + minimumCellSize);
    }
  }

  /** Hadoop URIs; a path without a scheme is a local folder, relative to the parent of conf. */
  public record Locations(
      String archive, String lake, String models, String cubes, String reports, String runs) {}

  /** The kinds of Iceberg catalog. */
  public enum CatalogType {
    HADOOP,
    JDBC,
    REST;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The Iceberg catalog.
   *
   * @param uri empty for hadoop; {@code jdbc:sqlite:...}, {@code jdbc:postgresql://...} or the
   *     address of a REST catalog. User and password come from the environment.
   * @param properties further properties of the catalog, passed on as they are
   */
  public record Catalog(CatalogType type, String uri, Map<String, String> properties) {
    public Catalog {
      properties = Collections.unmodifiableMap(new TreeMap<>(properties));
      require(
          type == CatalogType.HADOOP || !uri.isBlank(),
          "catalog.uri must be given for a " + type.id() + " catalog");
    }
  }

  /**
   * Where labels come from.
   *
   * @param labels TSV or CSV files, plain or .gz, with the columns id, language, group, text, label
   * @param weights weight of a labelled, a starred and an emoji row in training, 0 to 1
   * @param maximumRows rows taken of each weak source and language
   */
  public record Training(List<String> labels, Weights weights, int maximumRows) {
    public Training {
      labels = List.copyOf(labels);
      require(maximumRows >= 100, "training.maximum-rows must be at least 100");
    }
  }

  /** Weights of the label sources, each 0 (not used) to 1. */
  public record Weights(double labels, double stars, double emoji) {
    public Weights {
      for (double weight : new double[] {labels, stars, emoji}) {
        require(weight >= 0 && weight <= 1, "training.weights must lie between 0 and 1");
      }
    }
  }

  /**
   * When an author counts as a likely bot on a day.
   *
   * @param postsPerDay posts about one brand from which on an author is looked at
   * @param distinctTexts share of distinct texts among them at or below which it is a bot, 0 to 1
   */
  public record Bots(int postsPerDay, double distinctTexts) {
    public Bots {
      require(postsPerDay >= 2, "bots.posts-per-day must be at least 2");
      require(
          distinctTexts >= 0 && distinctTexts <= 1, "bots.distinct-texts must lie between 0 and 1");
    }
  }

  /**
   * What is scored again when brands, models, trust model or languages change.
   *
   * @param nights days up to the night that are; 0 for none, so that only later days are scored by
   *     what is new
   */
  public record Rescoring(int nights) {
    public Rescoring {
      require(nights >= 0, "rescoring.nights must be 0 or more, was " + nights);
    }

    /** The first day that a change in this night reaches. */
    public LocalDate from(LocalDate night) {
      return night.plusDays(1).minusDays(nights);
    }
  }

  /**
   * How much of one file of the archive is read.
   *
   * @param recordMb megabytes of a record, 1 to 512
   * @param unpackedGb gigabytes of a file when compression is off
   * @param ratio how many times its size a file may unpack to
   */
  public record Reading(int recordMb, int unpackedGb, int ratio) {
    public Reading {
      require(recordMb >= 1 && recordMb <= 512, "reading.record-mb must lie between 1 and 512");
      require(unpackedGb >= 1, "reading.unpacked-gb must be at least 1");
      require(ratio >= 10, "reading.ratio must be at least 10");
    }
  }

  /**
   * Which editions of the cubes stay for readers that still use them.
   *
   * @param keepNights newest nights whose editions stay, at least 2
   * @param keepMonthEnds the last night of each month stays for good
   */
  public record Editions(int keepNights, boolean keepMonthEnds) {
    public Editions {
      require(keepNights >= 2, "editions.keep-nights must be at least 2");
    }
  }

  /**
   * How long things stay, in days before the night; 0 is for good. Posts without their text,
   * mentions and parts stay for good.
   *
   * @param textDays texts of posts, which go by whole months
   * @param rejectsDays records that could not be read, by whole months
   * @param runsDays run records
   * @param logsDays log files of this machine
   * @param reportsDays reports
   */
  public record Retention(
      int textDays, int rejectsDays, int runsDays, int logsDays, int reportsDays) {
    public Retention {
      for (int days : new int[] {textDays, rejectsDays, runsDays, logsDays, reportsDays}) {
        require(days >= 0, "retention must be given in days, 0 for good, was " + days);
      }
    }
  }

  /**
   * Care for the files of the lake.
   *
   * @param snapshotNights nights whose last snapshots of the tables stay for running readers
   * @param sweepDays days between two searches for files that nobody knows
   * @param diskBudgetGb of lake and editions together; 0 is no limit
   */
  public record Upkeep(int snapshotNights, int sweepDays, double diskBudgetGb) {
    public Upkeep {
      require(snapshotNights >= 1, "upkeep.snapshot-nights must be at least 1");
      require(sweepDays >= 1, "upkeep.sweep-days must be at least 1");
      require(diskBudgetGb >= 0, "upkeep.disk-budget-gb must not be negative");
    }
  }
}
