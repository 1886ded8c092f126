package org.credence.jobs.ingest;

import java.time.LocalDate;
import org.credence.settings.SourcesFile.Source;
import org.credence.storage.StoredFile;

/**
 * A file that the night takes.
 *
 * @param drop date of the folder it lies in
 */
public record DueFile(Source source, LocalDate drop, StoredFile file) {

  TakenFile taken() {
    return new TakenFile(source.name(), file.key(), file.size(), file.version());
  }
}
