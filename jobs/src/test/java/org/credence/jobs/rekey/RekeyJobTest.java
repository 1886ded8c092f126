package org.credence.jobs.rekey;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.credence.archive.AuthorKey;
import org.credence.jobs.Night;
import org.credence.jobs.Progress;
import org.credence.lake.ErasedOnRequest;
import org.credence.lake.Erasures;
import org.credence.lake.Lake;
import org.credence.lake.Notes;
import org.credence.lake.Posts;
import org.credence.lake.ScrubbedPlaces;
import org.credence.lake.Table;
import org.credence.lake.TestLake;
import org.credence.lake.erasure.ErasureRequest;
import org.credence.lake.erasure.ErasureRequests;
import org.credence.settings.Settings;
import org.credence.storage.Storage;
import org.credence.testing.ConfFolder;
import org.credence.testing.SparkTest;
import org.credence.testing.TextTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lake that one key has hashed, and a ring of two. */
@SparkTest
class RekeyJobTest {

  private static final AuthorKey ONE = new AuthorKey("a key of the tests");
  private static final AuthorKey RING =
      new AuthorKey(List.of("a key of the tests"), "one that was added");
  private static final String ERASED = ErasedOnRequest.hidden(ONE.author("t", "9"));

  private final SparkSession spark;
  @TempDir private Path folder;
  private Settings settings;

  RekeyJobTest(SparkSession spark) {
    this.spark = spark;
  }

  @BeforeEach
  void aLakeOfOneKey() {
    ConfFolder.in(folder);
    settings = Settings.load(folder.resolve("conf"), Map.of());
    write(lake().keyedWith(ONE.fingerprint()));
    requests()
        .add(
            List.of(new ErasureRequest.Named("t", "author", ONE.handle("t", "bob"))),
            ONE.fingerprint());
  }

  @Test
  void hashesEverythingWithTheKeyThatWasAddedAndOnceOnly() {
    assertThat(run("").tables())
        .containsExactly("posts", "erasures", "erased_on_request", "scrubbed_places");

    assertRekeyed();
    Lake lake = lake();
    assertThat(lake.note(Posts.TABLE, Notes.DAYS)).as("no figure changes").contains("");
    assertThat(lake.note(Posts.TABLE, Notes.BATCH)).contains("4");
    assertThat(KeyedLake.holdsFormer(lake)).isTrue();
    assertThat(run("").nothing()).isTrue();
    assertRekeyed();
  }

  @Test
  void brokenOffAnywhereItGoesOnAndNobodyWritesMeanwhile() {
    assertThatThrownBy(() -> run("re-keying erasures")).hasMessage("killed");

    assertThatThrownBy(() -> keyed(RING).refuseFormerKeys())
        .hasMessageContaining("without it were hashed: erasures, erased_on_request")
        .hasMessageContaining("goes on where it was broken off");
    assertThatThrownBy(() -> keyed(ONE)).hasMessageContaining("The lake was keyed otherwise");

    assertThat(run("").tables())
        .containsExactly("erasures", "erased_on_request", "scrubbed_places");
    keyed(RING).refuseFormerKeys();
    assertRekeyed();
  }

  @Test
  void aNightGoesOnWithTheKeyOfTheLakeOnly() {
    keyed(ONE).refuseFormerKeys();
    assertThatThrownBy(() -> keyed(RING).refuseFormerKeys())
        .hasMessageContaining("The lake is not keyed with the newest author key yet")
        .hasMessageContaining("Run credence rekey once, or take the newest key out");
    assertThatThrownBy(() -> keyed(new AuthorKey("quite another key")))
        .hasMessageContaining("no key of this run has hashed its table posts");
  }

  @Test
  void aLakeOfAnOlderReleaseWasKeyedWithTheOldestKey() {
    Lake old = TestLake.in(spark, folder.resolve("old"));
    write(old);

    KeyedLake.of(old, runs(), ONE).refuseFormerKeys();
    assertThat(KeyedLake.of(old, runs(), RING).due())
        .extracting(Table::name)
        .containsExactly("posts", "erasures", "erased_on_request", "scrubbed_places");
  }

  @Test
  void aRequestThatWasHashedOtherwiseIsRefused() {
    requests().add(List.of(new ErasureRequest.Named("t", "post", "abc")), "another ring");

    assertThatThrownBy(() -> keyed(ONE))
        .hasMessageContaining("The request to erase 00000002 can't be followed");
  }

  private void assertRekeyed() {
    Lake lake = lake();
    assertThat(TextTable.show(lake.read(Posts.TABLE), "post_id", "author_key", "handle_key"))
        .isEqualTo(
            """
            post_id | author_key | handle_key
            1 | %s | %s
            2 | %s | -
            3 | - | -
            """
                .formatted(RING.author("t", "7"), RING.handle("t", "ann"), RING.author("t", "8")));
    assertThat(TextTable.show(lake.read(Erasures.TABLE), "post_key", "first_file"))
        .isEqualTo("post_key | first_file\n%s | f\n".formatted(RING.post("t", "5")));
    assertThat(TextTable.show(lake.read(ErasedOnRequest.TABLE), "kind", "key"))
        .isEqualTo("kind | key\nauthor | %s\n".formatted(RING.authorMarks("t", "9").get(0)));
    assertThat(TextTable.show(lake.read(ScrubbedPlaces.TABLE), "key", "up_to"))
        .isEqualTo("key | up_to\n%s | 9\n".formatted(RING.author("t", "8")));
    assertThat(requests().requested())
        .singleElement()
        .satisfies(request -> assertThat(request.fingerprint()).contains(RING.fingerprint()))
        .satisfies(
            request ->
                assertThat(request.keys())
                    .containsExactly(
                        new ErasureRequest.Named("t", "author", RING.handle("t", "bob"))));
  }

  /**
   * @param death what it is killed at
   */
  private RekeyResult run(String death) {
    Progress progress =
        new Progress() {
          @Override
          public void step(String what) {
            if (what.equals(death)) {
              throw new IllegalStateException("killed");
            }
          }

          @Override
          public void note(String what) {}
        };
    Night night =
        new Night(
            settings,
            LocalDate.parse("2026-02-05"),
            true,
            RING,
            lake().keyedWith(RING.fingerprint()),
            progress);
    return new RekeyJob((any, notes) -> {}).run(night);
  }

  private KeyedLake keyed(AuthorKey key) {
    return KeyedLake.of(lake(), runs(), key);
  }

  private Lake lake() {
    return TestLake.in(spark, folder.resolve("lake"));
  }

  private Storage runs() {
    return Storage.local(settings.runs());
  }

  private ErasureRequests requests() {
    return new ErasureRequests(runs());
  }

  private void write(Lake lake) {
    Map<String, String> notes = Map.of(Notes.BATCH, "4", Notes.DAYS, "2026-02-01");
    lake.ensure(Posts.TABLE);
    lake.append(
        Posts.TABLE,
        posts(
            """
            post_id | day        | author_key | handle_key
            1       | 2026-02-01 | %s         | %s
            2       | 2026-02-01 | %s         | -
            3       | 2026-02-01 | -          | -
            """
                .formatted(ONE.author("t", "7"), ONE.handle("t", "ann"), ONE.author("t", "8"))),
        notes);
    lake.ensure(Erasures.TABLE);
    lake.append(
        Erasures.TABLE,
        TextTable.read(
            spark,
            Erasures.TABLE,
            "platform | post_key | first_file | batch\nt | %s | f | 4\n"
                .formatted(ONE.post("t", "5"))),
        notes);
    lake.ensure(ErasedOnRequest.TABLE);
    lake.append(
        ErasedOnRequest.TABLE,
        TextTable.read(
            spark,
            ErasedOnRequest.TABLE,
            "platform | kind | key | batch\nt | author | %s | 4\n".formatted(ERASED)),
        notes);
    lake.ensure(ScrubbedPlaces.TABLE);
    lake.append(
        ScrubbedPlaces.TABLE,
        TextTable.read(
            spark,
            ScrubbedPlaces.TABLE,
            "platform | key | up_to | batch\nt | %s | 9 | 4\n".formatted(ONE.author("t", "8"))),
        notes);
  }

  /** What does not matter here is the same in all rows. */
  private Dataset<Row> posts(String text) {
    return TextTable.read(spark, Posts.TABLE, text)
        .withColumn("platform", lit("t"))
        .withColumn("source", lit("t"))
        .withColumn("network", lit("public"))
        .withColumn("kind", lit("post"))
        .withColumn("text", lit("hello"))
        .withColumn("posted_at", expr("cast(day as timestamp)"))
        .withColumn("fetched_at", expr("cast(day as timestamp)"))
        .withColumn("damaged", lit(false))
        .withColumn("drop", col("day"))
        .withColumn("file", lit("f"))
        .withColumn("line", lit(1L))
        .withColumn("first_file", lit("f"))
        .withColumn("batch", lit(4L));
  }
}
