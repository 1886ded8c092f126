package org.credence.archive.record;

import java.time.LocalDate;
import org.credence.settings.SourcesFile.Source;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a file before it is opened.
 *
 * @param key path below the archive
 * @param limits of what is read of it
 */
public record FileContext(
    Source source, LocalDate drop, String key, Authors authors, Limits limits) {

  /** Bytes that a record may have. */
  public int recordLimit() {
    return limits.record();
  }

  /** The same for a member of an archive, by its name. */
  public FileContext member(String name) {
    return new FileContext(source, drop, name, authors, limits);
  }

  /** The last part of the path. */
  public String name() {
    return key.substring(key.lastIndexOf('/') + 1);
  }

  /** The last folder of the path, in its archive or below its drop; null when it is in none. */
  public @Nullable String folder() {
    int end = key.lastIndexOf('/');
    String folder = end < 0 ? "" : key.substring(key.lastIndexOf('/', end - 1) + 1, end);
    return folder.isEmpty() || folder.equals(drop.toString()) ? null : folder;
  }
}
