package org.credence.lake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.iceberg.ExpireSnapshots;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotSummary;
import org.apache.iceberg.SortOrder;
import org.apache.iceberg.UpdateProperties;
import org.apache.iceberg.actions.RewriteDataFiles;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.spark.actions.SparkActions;

/**
 * Care for one table: its rows stay as they are, and so does what {@link Lake#commits} tells.
 *
 * <p>What can be told from metadata is decided by the driver; Spark works when files are written.
 */
public final class Upkeep {

  private static final String PURGED = "credence.purged";

  private final Lake lake;
  private final org.apache.iceberg.Table table;
  private final List<Field> sorting;

  private Upkeep(Lake lake, org.apache.iceberg.Table table, List<Field> sorting) {
    this.lake = lake;
    this.table = table;
    this.sorting = sorting;
  }

  /** Nothing when the table does not exist or holds no snapshot. */
  public static Optional<Upkeep> of(Lake lake, Table table) {
    return lake.iceberg(table)
        .filter(found -> found.currentSnapshot() != null)
        .map(
            found ->
                new Upkeep(lake, found, table.sorting()).withSettings(TableSettings.of(table)));
  }

  /** A table that an older release made gets the properties of today. */
  private Upkeep withSettings(Map<String, String> settings) {
    if (!table.properties().entrySet().containsAll(settings.entrySet())) {
      UpdateProperties update = table.updateProperties();
      settings.forEach(update::set);
      update.commit();
    }
    return this;
  }

  /** Files written anew, and how many there are in their place. */
  public record Compaction(int before, int after) {
    static final Compaction NONE = new Compaction(0, 0);
  }

  /**
   * Packs small files together and takes deleted rows out of files, partition by partition.
   *
   * @param thorough also where there is little to gain
   */
  public Compaction compact(boolean thorough) {
    return FileStock.isWorthALook(table, thorough)
        ? rewrite(FileStock.of(table).due(thorough))
        : Compaction.NONE;
  }

  /** Whether a commit since the last purge removed what must not live on in files. */
  public boolean holdsErased() {
    return noted(Notes.ERASED) || holdsFormerKeys();
  }

  /** Whether a commit since the last purge replaced values of former author keys. */
  public boolean holdsFormerKeys() {
    return noted(Notes.REKEYED);
  }

  private boolean noted(String note) {
    String purged = table.properties().getOrDefault(PURGED, "");
    return Lake.commits(table).stream()
        .takeWhile(commit -> !String.valueOf(commit.snapshot()).equals(purged))
        .anyMatch(commit -> commit.notes().containsKey(note));
  }

  /**
   * Leaves no byte of a deleted row or of an older snapshot: neither readers of those nor time
   * travel are spared.
   */
  public void purge() {
    if (FileStock.total(table, SnapshotSummary.TOTAL_DELETE_FILES_PROP) > 0) {
      rewrite(FileStock.of(table).withDeletedRows());
    }
    // Manifests tell of the files that they have lost; new ones don't.
    table.rewriteManifests().clusterBy(file -> "all").rewriteIf(any -> true).commit();
    writeJournal(new Journal(Journal.kept(Lake.commits(table)), Journal.of(table).nights()));
    expireBefore(table.currentSnapshot());
    long newest = Lake.commits(table).get(0).snapshot();
    table.updateProperties().set(PURGED, String.valueOf(newest)).commit();
  }

  private Compaction rewrite(List<FileStock.Partition> partitions) {
    if (partitions.isEmpty()) {
      return Compaction.NONE;
    }
    RewriteDataFiles.Result result =
        strategy(SparkActions.get(lake.spark()).rewriteDataFiles(table))
            .filter(rowsOf(partitions))
            .option("min-input-files", "2")
            .option("delete-file-threshold", "1")
            .option(RewriteDataFiles.REMOVE_DANGLING_DELETES, "true")
            .execute();
    table.refresh();
    return new Compaction(result.rewrittenDataFilesCount(), result.addedDataFilesCount());
  }

  private RewriteDataFiles strategy(RewriteDataFiles rewriting) {
    if (sorting.isEmpty()) {
      return rewriting.binPack();
    }
    SortOrder.Builder order = SortOrder.builderFor(table.schema());
    sorting.forEach(field -> order.asc(field.column()));
    return rewriting.sort(order.build());
  }

  private static Expression rowsOf(List<FileStock.Partition> partitions) {
    Expression rows = Expressions.alwaysFalse();
    for (FileStock.Partition partition : partitions) {
      rows =
          Expressions.or(
              rows, partition.first().map(Upkeep::month).orElse(Expressions.alwaysTrue()));
    }
    return rows;
  }

  private static Expression month(LocalDate first) {
    String day = Posts.DAY.column();
    return Expressions.and(
        Expressions.greaterThanOrEqual(day, first.toString()),
        Expressions.lessThan(day, first.plusMonths(1).toString()));
  }

  /**
   * Forgets snapshots that no reader of the last nights can have begun with, and deletes what only
   * they held.
   *
   * @param night for which this is done; again for the same one it spares what it spared before
   * @param kept nights whose last snapshots stay, beside all that came after them
   * @return snapshots that are gone
   */
  public int expire(LocalDate night, int kept) {
    Journal journal = Journal.now(table, night.toString(), kept);
    if (!journal.nights().equals(Journal.of(table).nights())) {
      writeJournal(journal);
    }
    return journal.nights().size() <= kept
        ? 0
        : Optional.ofNullable(table.snapshot(journal.nights().get(0).snapshot()))
            .map(this::expireBefore)
            .orElse(0);
  }

  private void writeJournal(Journal journal) {
    table.updateProperties().set(Journal.PROPERTY, journal.toJson()).commit();
  }

  /** Named one by one: a mere limit leaves the files that the oldest kept snapshot has replaced. */
  private int expireBefore(Snapshot oldest) {
    List<Long> old =
        StreamSupport.stream(table.snapshots().spliterator(), false)
            .filter(snapshot -> snapshot.timestampMillis() < oldest.timestampMillis())
            .map(Snapshot::snapshotId)
            .toList();
    if (!old.isEmpty()) {
      ExpireSnapshots expiry = table.expireSnapshots();
      old.forEach(expiry::expireSnapshotId);
      expiry.commit();
    }
    return old.size();
  }

  /**
   * Deletes files below the table that no snapshot knows: a crash has left them.
   *
   * @param before time of the newest commit of the lake: what is younger may be in use
   * @return how many
   */
  public long sweep(long before) {
    lake.fence().check();
    Iterable<String> orphans =
        SparkActions.get(lake.spark())
            .deleteOrphanFiles(table)
            .olderThan(before)
            .execute()
            .orphanFileLocations();
    return StreamSupport.stream(orphans.spliterator(), false).count();
  }

  /** Of the newest snapshot, milliseconds since 1970. */
  public long committedAt() {
    return table.currentSnapshot().timestampMillis();
  }

  /** Of the files that hold the current rows. */
  public long bytes() {
    return FileStock.total(table, SnapshotSummary.TOTAL_FILE_SIZE_PROP);
  }

  /**
   * First days of months before a day, as far as files were added to them since the mark was set.
   */
  public List<LocalDate> monthsBefore(LocalDate day, String mark) {
    Optional<Mark> last = Mark.of(table, mark);
    List<LocalDate> months = new ArrayList<>();
    long since = last.map(Mark::sequence).orElse(0L);
    if (since == sequence() && last.map(Mark::day).equals(Optional.of(day))) {
      return months;
    }
    FileStock stock = FileStock.of(table);
    stock.monthsSince(since).stream().filter(day::isAfter).forEach(months::add);
    last.ifPresent(
        then ->
            stock.monthsSince(0).stream()
                .filter(month -> !month.isBefore(then.day()) && month.isBefore(day))
                .filter(month -> !months.contains(month))
                .forEach(months::add));
    return months;
  }

  private long sequence() {
    return table.currentSnapshot().sequenceNumber();
  }

  /** Remembers that something was done to all rows before a day that are there now. */
  public void mark(String name, LocalDate day) {
    table.refresh();
    new Mark(day, sequence()).write(table, name);
  }
}
