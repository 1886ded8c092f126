package org.credence.jobs.ingest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.credence.settings.SourcesFile;
import org.credence.settings.SourcesFile.Source;
import org.credence.storage.StoredFile;

/**
 * What of an archive's listing a night takes. Needs no Spark: a listing and what is known decide.
 *
 * <p>A drop is there when it holds a file, if only an empty one: an object store has no empty
 * folders. Names that begin with a dot or an underscore are markers of those who deliver, no data.
 *
 * @param due in the order of delivery: by drop, then path
 * @param drops dates of the drops up to the night that each source has delivered, by its name
 * @param later files of drops after the night, which wait
 * @param notes what in the archive is no drop of a known source, a line each
 */
public record Drops(
    List<DueFile> due, Map<String, SortedSet<LocalDate>> drops, int later, List<String> notes) {

  public Drops {
    due = List.copyOf(due);
    drops = Collections.unmodifiableMap(drops);
    notes = List.copyOf(notes);
  }

  /**
   * @param listing every file of the archive
   * @param taken files as earlier nights took them
   * @param force takes known files too
   */
  public static Drops of(
      SourcesFile sources,
      List<StoredFile> listing,
      Set<TakenFile> taken,
      LocalDate night,
      boolean force) {
    List<DueFile> due = new ArrayList<>();
    Map<String, SortedSet<LocalDate>> drops = new TreeMap<>();
    Strays strays = new Strays();
    Map<String, Optional<LocalDate>> dates = new HashMap<>();
    int later = 0;
    for (StoredFile file : listing) {
      Optional<DueFile> found = inDrop(sources, file, dates, strays);
      if (found.isEmpty()) {
        continue;
      }
      DueFile delivered = found.get();
      if (delivered.drop().isAfter(night)) {
        later++;
        continue;
      }
      drops
          .computeIfAbsent(delivered.source().name(), name -> new TreeSet<>())
          .add(delivered.drop());
      if (force || !taken.contains(delivered.taken())) {
        due.add(delivered);
      }
    }
    due.sort(Comparator.comparing(DueFile::drop).thenComparing(next -> next.file().key()));
    return new Drops(due, drops, later, strays.notes());
  }

  /** Bytes that are to be read. */
  public long bytes() {
    return due.stream().mapToLong(next -> next.file().size()).sum();
  }

  /** Dated folders that are to be read, counted by source. */
  public long dueDrops() {
    return due.stream().map(next -> next.source().name() + "/" + next.drop()).distinct().count();
  }

  /**
   * @param dates of folders by name: most files lie in one that was seen before
   */
  private static Optional<DueFile> inDrop(
      SourcesFile sources, StoredFile file, Map<String, Optional<LocalDate>> dates, Strays strays) {
    if (file.name().startsWith(".") || file.name().startsWith("_")) {
      return Optional.empty();
    }
    Optional<Source> source =
        sources.sources().stream()
            .filter(candidate -> file.key().startsWith(candidate.folder() + "/"))
            .max(Comparator.comparing(candidate -> candidate.folder().length()));
    if (source.isEmpty()) {
      strays.unknown(file);
      return Optional.empty();
    }
    int start = source.get().folder().length() + 1;
    int end = Math.max(start, file.key().indexOf('/', start));
    Optional<LocalDate> drop = dates.computeIfAbsent(file.key().substring(start, end), Drops::date);
    if (drop.isEmpty()) {
      strays.undated(source.get());
    }
    return drop.map(date -> new DueFile(source.get(), date, file));
  }

  /** The date that a folder below that of a source is named after. */
  private static Optional<LocalDate> date(String folder) {
    try {
      return Optional.of(LocalDate.parse(folder));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Counts what lies beside the drops, so that each folder is said once. */
  private static final class Strays {
    private final SortedMap<String, Integer> unknown = new TreeMap<>();
    private final SortedMap<String, Integer> undated = new TreeMap<>();

    void unknown(StoredFile file) {
      int end = file.key().indexOf('/');
      unknown.merge(end < 0 ? "" : file.key().substring(0, end), 1, Integer::sum);
    }

    void undated(Source source) {
      undated.merge(source.folder(), 1, Integer::sum);
    }

    List<String> notes() {
      List<String> notes = new ArrayList<>();
      unknown.forEach(
          (folder, files) ->
              notes.add(
                  (folder.isEmpty() ? "beside the folders" : "folder " + folder)
                      + " of the archive: "
                      + count(files)
                      + " left out, no source in sources.yaml names "
                      + (folder.isEmpty() ? "them" : "it")));
      undated.forEach(
          (folder, files) ->
              notes.add(
                  "folder %s: %s left out, not in a dated folder YYYY-MM-DD"
                      .formatted(folder, count(files))));
      return notes;
    }

    private static String count(int files) {
      return files == 1 ? "1 file" : files + " files";
    }
  }
}
