package org.credence.jobs.nightly;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.credence.settings.Digest;
import org.credence.settings.SourcesFile;
import org.credence.settings.SourcesFile.Source;
import org.credence.storage.StoredFile;

/** The archive as it is now, by drop. Names that begin with a dot or underscore are no data. */
final class ArchiveListing {

  private final SourcesFile sources;
  private final Map<String, List<StoredFile>> byDrop = new TreeMap<>();

  ArchiveListing(SourcesFile sources, List<StoredFile> files) {
    this.sources = sources;
    for (StoredFile file : files) {
      if (!file.name().startsWith(".") && !file.name().startsWith("_")) {
        drop(file)
            .ifPresent(drop -> byDrop.computeIfAbsent(drop, d -> new ArrayList<>()).add(file));
      }
    }
  }

  /** The latest drop of any source. */
  Optional<LocalDate> latest() {
    return byDrop.keySet().stream().map(ArchiveListing::date).max(LocalDate::compareTo);
  }

  Optional<LocalDate> first() {
    return byDrop.keySet().stream().map(ArchiveListing::date).min(LocalDate::compareTo);
  }

  /** Source folder and date to what lies there, of the drops that a night takes. */
  Map<String, DropListing> drops(LocalDate night) {
    Map<String, DropListing> drops = new TreeMap<>();
    byDrop.forEach(
        (drop, files) -> {
          if (!date(drop).isAfter(night)) {
            drops.put(drop, listing(files));
          }
        });
    return Collections.unmodifiableMap(drops);
  }

  /** {@code <source folder>/<date>} of a file that lies in a drop of a known source. */
  private Optional<String> drop(StoredFile file) {
    return sources.sources().stream()
        .map(Source::folder)
        .filter(folder -> file.key().startsWith(folder + "/"))
        .max(Comparator.comparing(String::length))
        .flatMap(folder -> dated(folder, file.key()));
  }

  private static Optional<String> dated(String folder, String key) {
    int from = folder.length() + 1;
    int to = key.indexOf('/', from);
    if (to < 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(folder + "/" + LocalDate.parse(key.substring(from, to)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static LocalDate date(String drop) {
    return LocalDate.parse(drop.substring(drop.lastIndexOf('/') + 1));
  }

  private static DropListing listing(List<StoredFile> files) {
    long bytes = files.stream().mapToLong(StoredFile::size).sum();
    return new DropListing(files.size(), bytes, Digest.brief(files.toArray()));
  }
}
