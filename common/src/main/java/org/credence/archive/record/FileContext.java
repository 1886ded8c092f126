package org.credence.archive.record;

import java.time.LocalDate;
import org.credence.settings.SourcesFile.Source;

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
}
