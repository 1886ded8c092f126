package org.credence.cubes;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.credence.lake.Fence;
import org.credence.settings.Refusal;
import org.credence.storage.Storage;
import org.credence.testing.SparkTest;
import org.credence.testing.TextTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class EditionsTest {

  private static final Cube CUBE = Conversation.CUBE;
  private static final CubeRegistry REGISTRY = CubeRegistry.SHIPPED;

  private static Dataset<Row> cells(SparkSession spark, int posts, String... days) {
    String rows =
        java.util.Arrays.stream(days)
            .map(
                day ->
                    "day | %s | brand | acme | all | all | all | %d | published | false | 0 | false | e | | t | 1 | s"
                        .formatted(day, posts))
            .collect(joining("\n"));
    return TextTable.read(
        spark,
        CUBE.table(),
        "level | period | grouping_set | brand | language | network | platform | posts | state"
            + " | partial | source_gaps | series_break | edition | model_version | taxonomy_version"
            + " | methodology_version | series\n"
            + rows);
  }

  private static Edition.Month month(String hash) {
    return new Edition.Month(java.util.List.of(), 1, 0, 0, hash);
  }

  private static Edition finish(EditionDraft draft) {
    return draft.finish("2026-02-01", "1", "t", new TreeMap<>(Map.of("parts", "7")));
  }

  @Test
  void publishesAWholeEditionAndLinksWhatHasNotChanged(SparkSession spark, @TempDir Path folder)
      throws Exception {
    Editions editions = new Editions(Storage.of(folder.toUri(), new Configuration()));
    assertThat(editions.latest()).isEmpty();
    EditionDraft first = new EditionDraft(editions, editions.reserve("2026-02-01-aa"));
    first.write(
        CUBE,
        cells(spark, 12, "2026-01-05", "2026-02-01"),
        Map.of("2026-01", month("a"), "2026-02", month("b")));
    assertThat(editions.latest()).isEmpty();
    editions.publish(finish(first), REGISTRY, Fence.OPEN);

    EditionDraft second = new EditionDraft(editions, editions.reserve("2026-02-01-bb"));
    Edition before = editions.latest().orElseThrow();
    second.keep(before, CUBE, Set.of("2026-02"));
    second.write(CUBE, cells(spark, 13, "2026-02-01"), Map.of("2026-02", month("c")));
    // Whoever reads now reads the first, whole.
    assertThat(shown(read(spark, editions, editions.latest().orElseThrow(), CUBE)))
        .isEqualTo("2026-01-05 | 12\n2026-02-01 | 12");
    editions.publish(finish(second), REGISTRY, Fence.OPEN);

    Edition latest = editions.latest().orElseThrow();
    assertThat(latest.name()).isEqualTo("2026-02-01-bb");
    assertThat(latest.inputs()).containsEntry("parts", "7");
    assertThat(shown(read(spark, editions, latest, CUBE)))
        .isEqualTo("2026-01-05 | 12\n2026-02-01 | 13");
    assertThat(read(spark, editions, latest, Trust.CUBE).count()).isZero();
    assertThat(editions.names()).containsExactly("2026-02-01-aa", "2026-02-01-bb");
    String january = "conversation/month=2026-01/part.parquet";
    assertThat(inode(folder.resolve("2026-02-01-bb").resolve(january)))
        .isEqualTo(inode(folder.resolve("2026-02-01-aa").resolve(january)));
    assertThat(folder.resolve("latest/conversation/month=2026-02/part.parquet")).exists();
    assertThat(folder.resolve("2026-02-01-bb/_writing")).doesNotExist();
    assertThat(shown(read(spark, editions, before, CUBE)))
        .isEqualTo("2026-01-05 | 12\n2026-02-01 | 12");
  }

  @Test
  void sweepsWhatACrashLeftAndNeverOverwritesAnEdition(SparkSession spark, @TempDir Path folder)
      throws Exception {
    Editions editions = new Editions(Storage.of(folder.toUri(), new Configuration()));
    EditionDraft crashed = new EditionDraft(editions, editions.reserve("2026-02-01-aa"));
    crashed.write(CUBE, cells(spark, 12, "2026-01-05"), Map.of("2026-01", month("a")));

    assertThat(editions.reserve("2026-02-01-aa")).isEqualTo("2026-02-01-aa");
    assertThat(folder.resolve("2026-02-01-aa")).doesNotExist();
    assertThat(editions.latest()).isEmpty();

    editions.publish(finish(new EditionDraft(editions, "2026-02-01-aa")), REGISTRY, Fence.OPEN);
    assertThat(editions.reserve("2026-02-01-aa")).isEqualTo("2026-02-01-aa-2");
  }

  @Test
  void refusesAnEditionOfANewerRelease(@TempDir Path folder) throws Exception {
    Files.createDirectories(folder.resolve("e"));
    Files.writeString(folder.resolve("LATEST"), "e\n");
    Files.writeString(folder.resolve("e/edition.json"), "{\"format\": 99, \"more\": 1}");
    Editions editions = new Editions(Storage.of(folder.toUri(), new Configuration()));

    assertThatThrownBy(editions::latest)
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("newer Credence, format 99");
  }

  @Test
  void givesViewsThatDuckDbReads(SparkSession spark, @TempDir Path folder) throws Exception {
    Editions editions = new Editions(Storage.of(folder.toUri(), new Configuration()));
    EditionDraft draft = new EditionDraft(editions, editions.reserve("2026-02-01-aa"));
    draft.write(CUBE, cells(spark, 12, "2026-01-05"), Map.of("2026-01", month("a")));
    editions.publish(finish(draft), REGISTRY, Fence.OPEN);

    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      statement.execute(Files.readString(folder.resolve("latest/views/duckdb.sql")));
      try (ResultSet found =
          statement.executeQuery("SELECT brand, posts, period FROM conversation_day")) {
        assertThat(found.next()).isTrue();
        assertThat(found.getString(1) + found.getLong(2) + found.getString(3))
            .isEqualTo("acme122026-01-05");
        assertThat(found.next()).isFalse();
      }
      try (ResultSet none = statement.executeQuery("SELECT net FROM trust_week_by_subject")) {
        assertThat(none.next()).isFalse();
      }
    }
  }

  private static String shown(Dataset<Row> rows) {
    return rows
        .selectExpr("concat_ws(' | ', period, posts) AS line")
        .sort("line")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .collect(joining("\n"));
  }

  private static Object inode(Path file) throws java.io.IOException {
    return Files.getAttribute(file, "unix:ino");
  }

  private static Dataset<Row> read(
      SparkSession spark, Editions editions, Edition edition, Cube cube) {
    return editions.read(spark, edition, cube, edition.months(cube).keySet());
  }
}
