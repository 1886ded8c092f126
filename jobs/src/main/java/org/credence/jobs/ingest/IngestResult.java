package org.credence.jobs.ingest;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.credence.archive.record.FileFailure.Cause;
import org.credence.jobs.StageResult;
import org.credence.lake.DayRanges;

/**
 * What a night took.
 *
 * @param batch number of this ingest; that of the last one when nothing was due
 * @param sources counts by name of the source; none when nothing was due
 * @param replies what became of those that the batch had to follow, by name of the source
 * @param gaps days without a due drop, by name of the source
 * @param empty days on which a due drop held no record, by name of the source
 * @param failures files that could not be read to their end, with the reason
 * @param laterFiles files of drops after the night, which wait
 */
public record IngestResult(
    long batch,
    SortedMap<String, SourceCounts> sources,
    SortedMap<String, ReplyCounts> replies,
    PostChanges posts,
    SortedMap<String, SortedSet<LocalDate>> gaps,
    SortedMap<String, SortedSet<LocalDate>> empty,
    SortedMap<String, String> failures,
    int laterFiles)
    implements StageResult {

  public IngestResult {
    sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
    replies = Collections.unmodifiableSortedMap(new TreeMap<>(replies));
    gaps = Collections.unmodifiableSortedMap(new TreeMap<>(gaps));
    empty = Collections.unmodifiableSortedMap(new TreeMap<>(empty));
    failures = Collections.unmodifiableSortedMap(new TreeMap<>(failures));
  }

  /** Accounts of one batch by source. */
  static SortedMap<String, SourceCounts> bySource(List<FileAccount> files) {
    SortedMap<String, SourceCounts> sources = new TreeMap<>();
    for (FileAccount file : files) {
      String source = file.taken().source();
      sources.put(source, sources.getOrDefault(source, SourceCounts.NONE).plus(file));
    }
    return sources;
  }

  public SourceCounts total() {
    return sources.values().stream().reduce(SourceCounts.NONE, SourceCounts::plus);
  }

  /** Whether something that was due is missing: the night publishes, and says so. */
  public boolean hasGaps() {
    return !gaps.isEmpty() || !empty.isEmpty() || !failures.isEmpty();
  }

  @Override
  public List<String> unread() {
    return failures.entrySet().stream()
        .filter(failed -> Cause.of(failed.getValue()).map(Cause::isOfStorage).orElse(false))
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("batch", batch);
    figures.putAll(total().figures());
    figures.put("posts_added", posts.added());
    figures.put("posts_replaced", posts.replaced());
    figures.put("posts_removed", posts.removed());
    figures.put("days", DayRanges.format(posts.days()));
    Map<String, Object> bySource = new LinkedHashMap<>();
    sources.forEach((name, counts) -> bySource.put(name, counts.figures()));
    figures.put("sources", bySource);
    Map<String, Object> followed = new LinkedHashMap<>();
    replies.forEach((name, counts) -> followed.put(name, counts.figures()));
    figures.put("replies", followed);
    figures.put("gaps", named(gaps));
    figures.put("empty", named(empty));
    figures.put("failures", new LinkedHashMap<>(failures));
    figures.put("later_files", laterFiles);
    return figures;
  }

  private static Map<String, Object> named(SortedMap<String, SortedSet<LocalDate>> days) {
    Map<String, Object> named = new LinkedHashMap<>();
    days.forEach((name, its) -> named.put(name, DayRanges.format(its)));
    return named;
  }

  @Override
  public String summary() {
    if (sources.isEmpty()) {
      return posts.removed() == 0
          ? "nothing new in the archive"
          : String.format(
              Locale.ROOT, "nothing new in the archive; posts: %,d removed", posts.removed());
    }
    return String.format(
        Locale.ROOT,
        "%s; posts: %,d added, %,d replaced, %,d removed",
        total(),
        posts.added(),
        posts.replaced(),
        posts.removed());
  }
}
