package org.credence.jobs.ingest;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.credence.archive.ArchiveReader;
import org.credence.archive.Gaps;
import org.credence.archive.SourceFile;
import org.credence.archive.record.FileFailure.Cause;
import org.credence.jobs.Night;
import org.credence.jobs.Progress;
import org.credence.jobs.Stage;
import org.credence.jobs.StageMain;
import org.credence.lake.DayRanges;
import org.credence.settings.ExitCode;
import org.credence.settings.Refusal;
import org.credence.settings.SourcesFile.Source;
import org.credence.storage.StoredFile;

/**
 * Takes every drop up to the night that was not taken as it now is.
 *
 * <p>Reads the archive; writes {@code rejected_records}, {@code erasures}, {@code posts} and {@code
 * coverage}.
 */
public final class IngestJob implements Stage {

  private final Reading reading;

  public IngestJob() {
    this(IngestJob::fromArchive);
  }

  IngestJob(Reading reading) {
    this.reading = reading;
  }

  /** For spark-submit; the options are those of {@code credence ingest}. */
  public static void main(String[] options) {
    StageMain.run("ingest", options);
  }

  @Override
  public String name() {
    return "ingest";
  }

  @Override
  public IngestResult run(Night night) {
    Progress progress = night.progress();
    progress.step("listing the archive");
    Ledger before = Ledger.of(night.lake());
    Erasing erasing = new Erasing(night, before.batch() + 1);
    PostChanges erased = erasing.run();
    Ledger ledger = erasing.due() ? Ledger.of(night.lake()) : before;
    Drops drops =
        Drops.of(
            night.settings().sources(),
            listing(night),
            ledger.taken(),
            night.date(),
            night.force());
    drops.notes().forEach(progress::note);
    SortedMap<String, SortedSet<LocalDate>> gaps = gaps(night, drops, ledger);
    gaps.forEach(
        (source, days) -> progress.note("no drop of " + source + ": " + DayRanges.format(days)));
    if (drops.due().isEmpty()) {
      return new IngestResult(
          ledger.batch(), new TreeMap<>(), erased, gaps, new TreeMap<>(), drops.later());
    }
    progress.step(
        String.format(
            Locale.ROOT,
            "reading %,d drops, %,d files, %.1f MB",
            drops.dueDrops(),
            drops.due().size(),
            drops.bytes() / 1e6));
    Intake.Outcome outcome = new Intake(night, ledger, reading).take(drops.due());
    return result(outcome, erased, gaps, drops, progress);
  }

  private static IngestResult result(
      Intake.Outcome outcome,
      PostChanges erased,
      SortedMap<String, SortedSet<LocalDate>> gaps,
      Drops drops,
      Progress progress) {
    SortedMap<String, String> failures = new TreeMap<>();
    for (FileAccount file : outcome.files()) {
      file.failure().ifPresent(reason -> failures.put(file.taken().key(), reason));
    }
    SortedMap<String, SourceCounts> sources = IngestResult.bySource(outcome.files());
    sources.forEach((source, counts) -> progress.note(source + ": " + counts));
    failures.forEach((file, reason) -> progress.note(failed(file, reason)));
    return new IngestResult(
        outcome.batch(), sources, outcome.posts().after(erased), gaps, failures, drops.later());
  }

  private static String failed(String file, String reason) {
    String advice = Cause.of(reason).map(cause -> ": " + cause.advice()).orElse("");
    return "not read to its end: " + file + ", " + reason + advice;
  }

  private static List<StoredFile> listing(Night night) {
    List<StoredFile> listing = night.archive().list("");
    if (listing.isEmpty()) {
      throw new Refusal(
          "There is no file in the archive " + night.settings().archive(),
          "the folder is missing or empty, which looks like a wrong path or a disk that is away",
          "Check locations.archive in credence.yaml, or wait for the first drop.",
          ExitCode.INPUT_NOT_READY);
    }
    return listing;
  }

  private static SortedMap<String, SortedSet<LocalDate>> gaps(
      Night night, Drops drops, Ledger ledger) {
    SortedMap<String, SortedSet<LocalDate>> gaps = new TreeMap<>();
    for (Source source : night.settings().sources().sources()) {
      Set<LocalDate> delivered = new HashSet<>(ledger.drops(source.name()));
      SortedSet<LocalDate> listed = drops.drops().get(source.name());
      if (listed != null) {
        delivered.addAll(listed);
      }
      SortedSet<LocalDate> missing = Gaps.of(source, delivered, night.date());
      if (!missing.isEmpty()) {
        gaps.put(source.name(), missing);
      }
    }
    return gaps;
  }

  private static Dataset<Row> fromArchive(Night night, List<DueFile> due) {
    List<SourceFile> files =
        due.stream()
            .map(
                next ->
                    new SourceFile(
                        next.source(), next.drop(), next.file().key(), next.file().size()))
            .toList();
    return ArchiveReader.read(night.spark(), night.settings().archive(), files, night.authorKey());
  }
}
