package org.credence.jobs;

import java.time.LocalDate;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.credence.archive.AuthorKey;
import org.credence.cubes.AuditRule;
import org.credence.lake.Lake;
import org.credence.settings.Settings;
import org.credence.storage.Storage;

/**
 * Everything a stage is given.
 *
 * @param date the night: drops dated so or earlier are taken, days up to it are published
 * @param force does again what is already done
 * @param accepted audits that may fail this once, with the reason for it
 */
public record Night(
    Settings settings,
    LocalDate date,
    boolean force,
    AuthorKey authorKey,
    Lake lake,
    Progress progress,
    Map<AuditRule, String> accepted) {

  public Night {
    accepted = Map.copyOf(accepted);
  }

  /** A night that accepts no failed audit. */
  public Night(
      Settings settings,
      LocalDate date,
      boolean force,
      AuthorKey authorKey,
      Lake lake,
      Progress progress) {
    this(settings, date, force, authorKey, lake, progress, Map.of());
  }

  /** The same for another date, as what is published is never of an older night than before. */
  public Night asOf(LocalDate other) {
    return new Night(settings, other, force, authorKey, lake, progress, accepted);
  }

  public SparkSession spark() {
    return lake.spark();
  }

  public Configuration hadoop() {
    return spark().sparkContext().hadoopConfiguration();
  }

  public Storage archive() {
    return Storage.of(settings.archive(), hadoop());
  }

  public Storage models() {
    return Storage.of(settings.models(), hadoop());
  }

  public Storage cubes() {
    return Storage.of(settings.cubes(), hadoop());
  }

  public Storage reports() {
    return Storage.of(settings.reports(), hadoop());
  }

  public Storage runs() {
    return Storage.of(settings.runs(), hadoop());
  }

  /** Log files of this machine. */
  public Storage logs() {
    return Storage.local(settings.logs());
  }
}
