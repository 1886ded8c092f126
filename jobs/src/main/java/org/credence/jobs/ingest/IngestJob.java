package org.credence.jobs.ingest;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.credence.archive.ArchiveReader;
import org.credence.archive.Formats;
import org.credence.archive.SourceFile;
import org.credence.archive.record.FileFailure.Cause;
import org.credence.archive.record.Limits;
import org.credence.jobs.Night;
import org.credence.jobs.Progress;
import org.credence.jobs.Stage;
import org.credence.jobs.StageMain;
import org.credence.lake.DayRanges;
import org.credence.settings.ExitCode;
import org.credence.settings.Refusal;
import org.credence.storage.StoredFile;

/**
 * Takes every drop up to the night that was not taken as it now is.
 *
 * <p>Reads the archive; writes {@code rejected_records}, {@code erasures}, {@code scrubbed_places},
 * {@code post_days}, {@code waiting_replies}, {@code posts} and {@code coverage}.
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
    DropGaps gaps = new DropGaps(night.settings().sources(), night.date());
    SortedMap<String, SortedSet<LocalDate>> absent =
        gaps.absent(drops.drops(), ledger.files().values());
    tell(progress, "no drop of ", absent);
    Intake.Outcome outcome = new Intake.Outcome(ledger.batch(), List.of());
    if (!drops.due().isEmpty()) {
      reading(progress, drops);
      outcome = new Intake(night, ledger, reading).take(drops.due());
    }
    SortedMap<String, SortedSet<LocalDate>> empty = gaps.empty(ledger.with(outcome.files()));
    tell(progress, "empty drop of ", empty);
    return result(outcome, erased, absent, empty, drops, progress);
  }

  private static void reading(Progress progress, Drops drops) {
    progress.step(
        String.format(
            Locale.ROOT,
            "reading %,d drops, %,d files, %.1f MB",
            drops.dueDrops(),
            drops.due().size(),
            drops.bytes() / 1e6));
  }

  private static IngestResult result(
      Intake.Outcome outcome,
      PostChanges erased,
      SortedMap<String, SortedSet<LocalDate>> absent,
      SortedMap<String, SortedSet<LocalDate>> empty,
      Drops drops,
      Progress progress) {
    SortedMap<String, String> failures = new TreeMap<>();
    for (FileAccount file : outcome.files()) {
      file.failure().ifPresent(reason -> failures.put(file.taken().key(), reason));
    }
    SortedMap<String, SourceCounts> sources = IngestResult.bySource(outcome.files());
    sources.forEach((source, counts) -> progress.note(source + ": " + counts));
    outcome.replies().forEach((source, counts) -> progress.note(source + ": " + counts));
    failures.forEach((file, reason) -> progress.note(failed(file, reason)));
    return new IngestResult(
        outcome.batch(),
        sources,
        outcome.replies(),
        outcome.posts().after(erased),
        absent,
        empty,
        failures,
        drops.later());
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

  private static void tell(
      Progress progress, String what, SortedMap<String, SortedSet<LocalDate>> gaps) {
    gaps.forEach((source, days) -> progress.note(what + source + ": " + DayRanges.format(days)));
  }

  private static Dataset<Row> fromArchive(Night night, List<DueFile> due) {
    List<SourceFile> files =
        due.stream()
            .map(
                next ->
                    new SourceFile(
                        next.source(), next.drop(), next.file().key(), next.file().size()))
            .toList();
    return ArchiveReader.read(
        night.spark(),
        night.settings().archive(),
        files,
        Formats.with(night.settings().mappings()),
        Limits.of(night.settings().credence().reading()),
        night.authorKey());
  }
}
