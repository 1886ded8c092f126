package org.credence.archive.record;

import java.time.LocalDate;
import org.credence.settings.SourcesFile.Source;

/**
 * What is known about a file before it is opened.
 *
 * @param key path below the archive
 * @param recordLimit bytes a record may have
 */
public record FileContext(
    Source source, LocalDate drop, String key, Authors authors, int recordLimit) {

  /** The last part of the path. */
  public String name() {
    return key.substring(key.lastIndexOf('/') + 1);
  }
}
