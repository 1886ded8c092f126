package org.credence.jobs.ingest;

import static org.credence.jobs.ingest.Accounting.ACCEPTING;
import static org.credence.jobs.ingest.Accounting.DELIVERIES;
import static org.credence.jobs.ingest.Accounting.FAILURES;
import static org.credence.jobs.ingest.Accounting.HELD_BACK;
import static org.credence.jobs.ingest.Accounting.REPLACING;
import static org.credence.jobs.ingest.Accounting.SCRUBS;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.credence.archive.ArchiveRecords;
import org.credence.jobs.Night;
import org.credence.lake.Coverage;
import org.credence.lake.ErasedOnRequest;
import org.credence.lake.Field;
import org.credence.lake.Posts;

/** Takes due files into the lake: one pass over the raw data, then the commits. */
final class Intake {

  /** Bytes of archive behind one data file of posts, and the least that are worth a task. */
  private static final long BYTES_A_FILE = 64L << 20;

  private static final long BYTES_A_TASK = 4L << 20;

  private final Night night;
  private final Ledger ledger;
  private final Reading reading;

  Intake(Night night, Ledger ledger, Reading reading) {
    this.night = night;
    this.ledger = ledger;
    this.reading = reading;
  }

  /**
   * @param batch number of the batch, or of the last one when everything was as before
   * @param replies what became of them, by name of the source
   */
  record Outcome(
      long batch,
      List<FileAccount> files,
      PostChanges posts,
      SortedMap<String, ReplyCounts> replies) {

    Outcome(long batch, List<FileAccount> files) {
      this(batch, files, PostChanges.NONE, Collections.emptySortedMap());
    }
  }

  Outcome take(List<DueFile> due) {
    long number = ledger.batch() + 1;
    Commits commits = new Commits(night.lake(), number, dataFiles(due));
    boolean again = ledger.mayHold(due);
    List<DueFile> filled = due.stream().filter(next -> next.file().size() > 0).toList();
    if (filled.isEmpty() && !again) {
      List<FileAccount> files = due.stream().map(FileAccount::empty).toList();
      commits.coverage(files, ledger.files());
      return new Outcome(number, files);
    }
    Dataset<Row> records =
        Deliveries.withDay(read(filled), night.settings().credence().zone())
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      Map<String, Row> tally = byFile(Accounting.tally(records));
      Failures failures = failures(records, tally);
      failures.refuseClosedArchive(filled, ledger, night.settings().archive());
      tally.keySet().removeAll(failures.unread());
      Dataset<Row> taken = failures.taken(records);
      Outcome outcome = write(new Read(due, taken, tally, failures), commits, number, again);
      return commits.wroteNothing() && outcome.posts().none()
          ? new Outcome(ledger.batch(), outcome.files(), outcome.posts(), outcome.replies())
          : outcome;
    } finally {
      records.unpersist(false);
    }
  }

  private Dataset<Row> read(List<DueFile> files) {
    if (files.isEmpty()) {
      return night.spark().createDataFrame(List.of(), ArchiveRecords.TABLE.schema());
    }
    Dataset<Row> records = reading.read(night, files);
    return night.lake().snapshot(ErasedOnRequest.TABLE).isEmpty()
        ? records
        : Redaction.of(night.lake().read(ErasedOnRequest.TABLE), night.authorKey()).apply(records);
  }

  private static Failures failures(Dataset<Row> records, Map<String, Row> tally) {
    if (sum(tally, FAILURES) == 0) {
      return Failures.NONE;
    }
    Map<String, String> reasons = new HashMap<>();
    byFile(Accounting.failures(records))
        .forEach((file, row) -> reasons.put(file, row.getString(1)));
    return new Failures(reasons);
  }

  /**
   * The raw data of a batch.
   *
   * @param records of the files that are taken
   * @param tally of them, by path
   */
  private record Read(
      List<DueFile> due, Dataset<Row> records, Map<String, Row> tally, Failures failures) {}

  private Outcome write(Read read, Commits commits, long number, boolean again) {
    Map<String, Row> tally = read.tally();
    boolean notices = sum(tally, Coverage.NOTICES) > 0;
    Scrubbing scrubbing =
        Scrubbing.of(
            night.lake(), night.authorKey(), read.records(), sum(tally, SCRUBS) > 0, again);
    Dataset<Row> records =
        AcceptedAnswers.marked(scrubbing.applied(read.records()), sum(tally, ACCEPTING) > 0);
    Batch batch = new Batch(night.lake(), records, again, number);
    new PostIndex(night.lake()).bringUpToDate();
    long deliveries = sum(tally, DELIVERIES);
    Batch.Findings findings = batch.find(deliveries > 0, notices, night.authorKey());
    Map<String, Row> outcomes =
        findings.decisions().none()
            ? Map.of()
            : byFile(Accounting.outcomes(findings.decisions().rows()));
    List<FileAccount> files = accounts(read, outcomes);
    Threads threads =
        new ThreadSearch(night.lake(), batch, findings, number)
            .find(sum(tally, Accounting.ANSWERING) > 0);

    night.progress().step("writing");
    if (again) {
      commits.rejectedAgain(records, paths(read));
    } else if (sum(tally, Coverage.REJECTED) > 0) {
      commits.rejected(records);
    }
    if (!findings.erased().none()) {
      commits.tombstones(batch.tombstones(findings), night.authorKey());
    }
    scrubbing.remember(commits);
    long replaced = sum(outcomes, REPLACING);
    long added = deliveries - sum(outcomes, HELD_BACK) - replaced;
    PostChanges posts = new PostWrites(batch, findings, threads, commits).write(added, replaced);
    if (notices) {
      posts = scrubbing.posts(commits).after(posts);
      posts = withdrawn(records, number, again).after(posts);
    }
    commits.coverage(files, ledger.files());
    return new Outcome(number, files, posts, threads.counts());
  }

  /**
   * Authors whom notices withdraw go after the posts of the batch were written, which may be theirs
   * or name them, and before its coverage: a crash lets the notices be read again.
   */
  private PostChanges withdrawn(Dataset<Row> records, long number, boolean again) {
    Dataset<Row> authors = Withdrawn.authors(records);
    if (!again) {
      authors = Withdrawn.unknown(authors, night.lake().read(ErasedOnRequest.TABLE));
    }
    Dataset<Row> named = authors.localCheckpoint();
    if (named.isEmpty()) {
      return PostChanges.NONE;
    }
    night.progress().step("erasing authors that notices withdraw");
    return new Erasure(night, number).of(named);
  }

  private List<FileAccount> accounts(Read read, Map<String, Row> outcomes) {
    return read.due().stream().map(due -> account(due, read, outcomes)).toList();
  }

  /** A file that was not handed out keeps the account of what the lake has of it. */
  private FileAccount account(DueFile due, Read read, Map<String, Row> outcomes) {
    String key = due.file().key();
    Optional<String> failure = read.failures().reason(key);
    if (read.failures().unread(key)) {
      FileAccount known = ledger.files().getOrDefault(key, FileAccount.empty(due));
      return known.failing(failure.orElseThrow());
    }
    Row counts = read.tally().get(key);
    return counts == null
        ? FileAccount.empty(due)
        : FileAccount.of(due, counts, number(outcomes.get(key), Coverage.DUPLICATES), failure);
  }

  private Dataset<Row> paths(Read read) {
    List<String> keys =
        read.due().stream()
            .map(due -> due.file().key())
            .filter(key -> !read.failures().unread(key))
            .toList();
    return night.spark().createDataset(keys, Encoders.STRING()).toDF(Posts.FILE.column());
  }

  private int dataFiles(List<DueFile> due) {
    long bytes = due.stream().mapToLong(file -> file.file().size()).sum();
    long useful = 1 + bytes / BYTES_A_TASK;
    long parallel = night.spark().sparkContext().defaultParallelism();
    return (int) Math.max(1 + bytes / BYTES_A_FILE, Math.min(parallel, useful));
  }

  /** One row per file of this batch: as many as the listing in memory has. */
  private static Map<String, Row> byFile(Dataset<Row> rows) {
    Map<String, Row> byFile = new HashMap<>();
    for (Row row : rows.collectAsList()) {
      byFile.put(row.getString(row.fieldIndex(Posts.FILE.column())), row);
    }
    return byFile;
  }

  private static long sum(Map<String, Row> rows, Field field) {
    return rows.values().stream().collect(Collectors.summingLong(row -> number(row, field)));
  }

  private static long number(@org.jspecify.annotations.Nullable Row row, Field field) {
    return row == null ? 0 : row.getLong(row.fieldIndex(field.column()));
  }
}
