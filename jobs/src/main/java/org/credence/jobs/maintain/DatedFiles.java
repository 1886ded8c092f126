package org.credence.jobs.maintain;

import java.time.LocalDate;
import java.util.List;
import org.credence.jobs.Night;
import org.credence.settings.CredenceSettings.Retention;
import org.credence.storage.Storage;
import org.credence.storage.StoredFile;

/** Files and folders whose names begin with a night. */
final class DatedFiles {

  private static final int DATE = "YYYY-MM-DD".length();

  private DatedFiles() {}

  /** Files that went. */
  record Removed(int runs, int logs, int reports) {}

  static Removed clear(Night night, Retention retention) {
    return new Removed(
        clear(night.runs(), night.date(), retention.runsDays()),
        clear(night.logs(), night.date(), retention.logsDays()),
        clear(night.reports(), night.date(), retention.reportsDays()));
  }

  /** Names of dates sort like dates. */
  static int clear(Storage storage, LocalDate night, int days) {
    if (days == 0) {
      return 0;
    }
    String oldest = night.minusDays(days).toString();
    List<String> old =
        storage.list("").stream()
            .map(StoredFile::key)
            .filter(key -> key.matches("\\d{4}-\\d\\d-\\d\\d[/-].*"))
            .filter(key -> key.substring(0, DATE).compareTo(oldest) < 0)
            .toList();
    old.forEach(storage::delete);
    old.stream()
        .filter(key -> key.charAt(DATE) == '/')
        .map(key -> key.substring(0, DATE))
        .distinct()
        .forEach(storage::delete);
    return old.size();
  }
}
