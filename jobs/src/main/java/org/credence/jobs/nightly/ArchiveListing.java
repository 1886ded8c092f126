package org.credence.jobs.nightly;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.credence.jobs.ingest.Drops;
import org.credence.jobs.ingest.DueFile;
import org.credence.settings.Digest;
import org.credence.settings.SourcesFile;
import org.credence.storage.StoredFile;

/** The archive as it is now, by drop. */
final class ArchiveListing {

  private final List<DueFile> files;

  ArchiveListing(SourcesFile sources, List<StoredFile> listing) {
    this.files = Drops.of(sources, listing, Set.of(), LocalDate.MAX, true).due();
  }

  /** The latest drop of any source. */
  Optional<LocalDate> latest() {
    return files.stream().map(DueFile::drop).max(LocalDate::compareTo);
  }

  Optional<LocalDate> first() {
    return files.stream().map(DueFile::drop).min(LocalDate::compareTo);
  }

  /** Whether a source has a drop of that date. */
  boolean isDated(LocalDate date) {
    return files.stream().anyMatch(due -> due.drop().equals(date));
  }

  /** Source folder and date to what lies there, of the drops that a night takes. */
  Map<String, DropListing> drops(LocalDate night) {
    Map<String, List<StoredFile>> byDrop = new TreeMap<>();
    for (DueFile due : files) {
      if (!due.drop().isAfter(night)) {
        byDrop
            .computeIfAbsent(due.source().folder() + "/" + due.drop(), drop -> new ArrayList<>())
            .add(due.file());
      }
    }
    Map<String, DropListing> drops = new TreeMap<>();
    byDrop.forEach((drop, its) -> drops.put(drop, listing(its)));
    return Collections.unmodifiableMap(drops);
  }

  private static DropListing listing(List<StoredFile> files) {
    long bytes = files.stream().mapToLong(StoredFile::size).sum();
    return new DropListing(files.size(), bytes, Digest.brief(files.toArray()));
  }
}
