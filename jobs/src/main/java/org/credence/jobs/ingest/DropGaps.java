package org.credence.jobs.ingest;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.credence.archive.Gaps;
import org.credence.settings.SourcesFile;
import org.credence.settings.SourcesFile.Expected;
import org.credence.settings.SourcesFile.Source;

/** Nights on which a daily source owed a drop and gave none, or one that holds no record. */
final class DropGaps {

  private final SourcesFile sources;
  private final LocalDate night;

  DropGaps(SourcesFile sources, LocalDate night) {
    this.sources = sources;
    this.night = night;
  }

  /**
   * @param listed dates of the drops that the archive has, by source
   * @param taken files of earlier nights, which the archive may no longer have
   * @return days without a drop, by source
   */
  SortedMap<String, SortedSet<LocalDate>> absent(
      Map<String, SortedSet<LocalDate>> listed, Collection<FileAccount> taken) {
    SortedMap<String, SortedSet<LocalDate>> gaps = new TreeMap<>();
    for (Source source : sources.sources()) {
      Set<LocalDate> delivered = new HashSet<>(dates(of(source, taken)));
      SortedSet<LocalDate> there = listed.get(source.name());
      if (there != null) {
        delivered.addAll(there);
      }
      put(gaps, source, Gaps.of(source, delivered, night));
    }
    return gaps;
  }

  /**
   * Days of which all files are empty, by source. Silence of a whole source can't be told from a
   * delivery that went wrong, so it is no zero.
   */
  SortedMap<String, SortedSet<LocalDate>> empty(Collection<FileAccount> files) {
    SortedMap<String, SortedSet<LocalDate>> gaps = new TreeMap<>();
    for (Source source : sources.sources()) {
      if (source.expected() == Expected.DAILY) {
        Collection<FileAccount> its = of(source, files);
        SortedSet<LocalDate> days = dates(its);
        days.removeAll(
            dates(its.stream().filter(file -> file.read() > 0 || file.failed()).toList()));
        put(gaps, source, days.headSet(night.plusDays(1)));
      }
    }
    return gaps;
  }

  private static void put(
      SortedMap<String, SortedSet<LocalDate>> gaps, Source source, SortedSet<LocalDate> days) {
    if (!days.isEmpty()) {
      gaps.put(source.name(), days);
    }
  }

  private static Collection<FileAccount> of(Source source, Collection<FileAccount> files) {
    return files.stream().filter(file -> file.taken().source().equals(source.name())).toList();
  }

  private static SortedSet<LocalDate> dates(Collection<FileAccount> files) {
    return files.stream().map(FileAccount::drop).collect(Collectors.toCollection(TreeSet::new));
  }
}
