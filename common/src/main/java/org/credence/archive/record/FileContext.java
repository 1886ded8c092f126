package org.credence.archive.record;

import java.time.LocalDate;
import org.credence.settings.SourcesFile.Source;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a file before it is opened.
 *
 * @param key path below the archive
 * @param limits of what is read of it
 * @param owner of the export that it is, or that it is a member of; learnt while it is read
 */
public record FileContext(
    Source source, LocalDate drop, String key, Authors authors, Limits limits, Owner owner) {

  public FileContext(Source source, LocalDate drop, String key, Authors authors, Limits limits) {
    this(source, drop, key, authors, limits, new Owner());
  }

  /** Bytes that a record may have. */
  public int recordLimit() {
    return limits.record();
  }

  /** The same for a member of an archive, by its name. */
  public FileContext member(String name) {
    return new FileContext(source, drop, name, authors, limits, owner);
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
