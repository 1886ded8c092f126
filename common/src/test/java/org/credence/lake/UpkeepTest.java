package org.credence.lake;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.assertj.core.api.Assertions.assertThat;
import static org.credence.lake.Field.optional;
import static org.credence.lake.Field.required;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.credence.testing.SparkTest;
import org.credence.testing.TextTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class UpkeepTest {

  private static final Table TABLE =
      Table.of(
              "things",
              required("text", StringType, "Text"),
              required("day", DateType, "Day"),
              optional("likes", LongType, "Likes"))
          .partitionedBy("months(day)");
  private static final LocalDate NIGHT = LocalDate.parse("2026-02-01");

  private final SparkSession spark;
  private final Path folder;
  private final Lake lake;

  UpkeepTest(SparkSession spark, @TempDir Path folder) {
    this.spark = spark;
    this.folder = folder;
    this.lake = TestLake.in(spark, folder);
  }

  @BeforeEach
  void nineFiles() {
    lake.ensure(TABLE);
    StringBuilder rows = new StringBuilder("text | day | likes\n");
    for (int row = 1; row <= 9; row++) {
      rows.append("a secret word %1$d | 2026-01-0%1$d | %1$d\n".formatted(row));
    }
    lake.append(
        TABLE,
        TextTable.read(spark, TABLE, rows.toString()).repartitionByRange(9, TABLE.columns()),
        Map.of("batch", "1", "days", "2026-01-01..2026-01-09", "rules", "r1"));
  }

  @Test
  void sortsWhatIsSortedWhenItPacks() {
    Table sorted =
        Table.of("sorted", required("id", LongType, "Id"), required("day", DateType, "Day"))
            .sortedBy(required("id", LongType, "Id"));
    lake.ensure(sorted);
    for (int file = 0; file < 8; file++) {
      String rows = "id | day\n%d | 2026-01-01\n%d | 2026-01-02\n".formatted(9 - file, 20 - file);
      lake.append(sorted, TextTable.read(spark, sorted, rows).coalesce(1), Map.of());
    }

    Upkeep.of(lake, sorted).orElseThrow().compact(false);

    assertThat(
            lake.read(sorted)
                .orderBy("_file", "_pos")
                .select("id")
                .as(Encoders.LONG())
                .collectAsList())
        .containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 13L, 14L, 15L, 16L, 17L, 18L, 19L, 20L);
    assertThat(lake.read(sorted).select("_file").distinct().count()).isEqualTo(1);
  }

  @Test
  void packsManySmallFilesAndLeavesRowsAndNotesAsTheyAre() throws IOException {
    append("elsewhere", "2026-02-01", 10);
    String before = ContentHash.of(lake.read(TABLE));
    List<Lake.Commit> commits = lake.commits(TABLE);
    long snapshot = lake.snapshot(TABLE).orElseThrow();

    long metadata = metadata();
    Upkeep.Compaction done = upkeep().compact(false);

    assertThat(done).isEqualTo(new Upkeep.Compaction(9, 1));
    assertThat(files()).as("another month has one file").hasSize(2);
    assertThat(ContentHash.of(lake.read(TABLE))).isEqualTo(before);
    assertThat(lake.commits(TABLE)).isEqualTo(commits);
    assertThat(lake.snapshot(TABLE)).contains(snapshot);
    assertThat(metadata()).as("one commit").isEqualTo(metadata + 1);
    assertThat(upkeep().compact(false)).isEqualTo(Upkeep.Compaction.NONE);
    assertThat(metadata()).as("nothing to do writes nothing").isEqualTo(metadata + 1);
  }

  @Test
  void takesDeletedRowsOutOfFilesWhenTheyAreMany() throws IOException {
    assertThat(upkeep().compact(true)).isEqualTo(new Upkeep.Compaction(9, 1));
    lake.delete(TABLE, "text LIKE '%5'", Map.of());

    assertThat(upkeep().compact(false)).as("one of nine").isEqualTo(new Upkeep.Compaction(1, 1));

    assertThat(lake.read(TABLE).count()).isEqualTo(8);
    assertThat(deletes()).isZero();
  }

  @Test
  void forgetsSnapshotsThatNoReaderOfTheLastNightsCanHave() throws IOException {
    assertThat(upkeep().expire(NIGHT, 1)).as("a first night keeps all").isZero();
    lake.replaceAll(TABLE, lake.read(TABLE).filter("likes < 4"), Map.of("batch", "10"));
    assertThat(upkeep().expire(NIGHT.plusDays(1), 1)).as("since the end of the first").isZero();
    assertThat(parquet()).as("of the night before, and its three rows").isEqualTo(9 + 1);
    long last = lake.snapshot(TABLE).orElseThrow();
    append("more", "2026-02-03", 11);

    assertThat(upkeep().expire(NIGHT.plusDays(1), 1)).as("the same night again").isZero();
    assertThat(upkeep().expire(NIGHT.plusDays(2), 1)).isEqualTo(1);

    assertThat(parquet()).isEqualTo(2);
    assertThat(lake.commits(TABLE)).as("known from the journal").hasSize(3);
    assertThat(lake.commits(TABLE).get(1).snapshot()).isEqualTo(last);
    assertThat(lake.note(TABLE, "days")).contains("2026-02-03");
    assertThat(lake.note(TABLE, "rules")).contains("r1");
    assertThat(lake.read(TABLE).count()).isEqualTo(4);
  }

  @Test
  void theJournalKeepsTheNewestCommitsAndTheLastNoteOfEachName() {
    List<Lake.Commit> commits = new ArrayList<>();
    for (long snapshot = 100; snapshot > 0; snapshot--) {
      commits.add(new Lake.Commit(snapshot, Map.of(snapshot == 7 ? "rules" : "batch", "x")));
    }

    assertThat(Journal.kept(commits))
        .hasSize(41)
        .endsWith(new Lake.Commit(7, Map.of("rules", "x")));
  }

  @Test
  void purgingLeavesNoByteOfADeletedRow() throws IOException {
    upkeep().compact(true);
    lake.delete(TABLE, "text = 'a secret word 5'", Map.of("batch", "10"));

    upkeep().purge();

    assertThat(parquet()).isEqualTo(1);
    assertThat(deletes()).isZero();
    assertThat(spark.read().parquet(files().get(0)).count()).isEqualTo(8);
    assertThat(lake.iceberg(TABLE).orElseThrow().snapshots()).hasSize(1);
    assertThat(lake.commits(TABLE)).hasSize(2);
    assertThat(lake.note(TABLE, "batch")).contains("10");
  }

  @Test
  void metadataHoldsNoBoundsOfTexts() throws IOException {
    try (CloseableIterable<FileScanTask> tasks =
        lake.iceberg(TABLE).orElseThrow().newScan().includeColumnStats().planFiles()) {
      for (FileScanTask task : tasks) {
        DataFile file = task.file();
        assertThat(file.lowerBounds().keySet()).as("day and likes").containsExactly(2, 3);
      }
    }
  }

  @Test
  void sweepsFilesThatNoSnapshotKnowsUnlessTheyAreNew() throws IOException {
    Path data = Path.of(files().get(0)).resolveSibling("");
    Path orphan = Files.copy(Path.of(files().get(0)), data.resolve("orphan.parquet"));
    Path young = Files.copy(Path.of(files().get(0)), data.resolve("young.parquet"));
    Files.setLastModifiedTime(orphan, FileTime.fromMillis(upkeep().committedAt() - 1000));
    Files.setLastModifiedTime(young, FileTime.fromMillis(upkeep().committedAt() + 1000));

    assertThat(upkeep().sweep(upkeep().committedAt())).isEqualTo(1);

    assertThat(orphan).doesNotExist();
    assertThat(young).exists();
    assertThat(lake.read(TABLE).count()).isEqualTo(9);
  }

  @Test
  void marksTellWhichOldMonthsAreDue() {
    LocalDate february = LocalDate.parse("2026-02-01");
    assertThat(upkeep().monthsBefore(february, "seen")).containsExactly(february.minusMonths(1));
    upkeep().mark("seen", february);

    assertThat(upkeep().monthsBefore(february, "seen")).isEmpty();
    assertThat(lake.marked(TABLE, "seen")).contains(february);
    append("late", "2026-01-31", 10);
    assertThat(upkeep().monthsBefore(february, "seen")).containsExactly(february.minusMonths(1));
    upkeep().mark("seen", february);
    append("next", "2026-02-03", 11);
    assertThat(upkeep().monthsBefore(february, "seen")).isEmpty();
    assertThat(upkeep().monthsBefore(february.plusMonths(1), "seen")).containsExactly(february);
  }

  private Upkeep upkeep() {
    return Upkeep.of(lake, TABLE).orElseThrow();
  }

  private void append(String text, String day, int batch) {
    lake.append(
        TABLE,
        TextTable.read(
            spark, TABLE, "text | day | likes\n%s | %s | %d\n".formatted(text, day, batch)),
        Map.of("batch", String.valueOf(batch), "days", day));
  }

  private List<String> files() throws IOException {
    try (CloseableIterable<FileScanTask> tasks =
        lake.iceberg(TABLE).orElseThrow().newScan().planFiles()) {
      return Stream.of(tasks)
          .flatMap(all -> java.util.stream.StreamSupport.stream(all.spliterator(), false))
          .map(task -> task.file().location().replaceFirst("^file:/*", "/"))
          .toList();
    }
  }

  private int deletes() throws IOException {
    try (CloseableIterable<FileScanTask> tasks =
        lake.iceberg(TABLE).orElseThrow().newScan().planFiles()) {
      int deletes = 0;
      for (FileScanTask task : tasks) {
        deletes += task.deletes().size();
      }
      return deletes;
    }
  }

  private long metadata() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(".metadata.json")).count();
    }
  }

  private long parquet() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(".parquet")).count();
    }
  }
}
