package org.credence.jobs.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;
import org.credence.settings.ExitCode;
import org.credence.settings.Refusal;
import org.credence.storage.Storage;
import org.credence.storage.StoredFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every storage promises, asked of the local disk and of a real S3 server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StorageTest {

  private Path folder = Path.of("");
  private S3Server server;

  @BeforeAll
  void start(@TempDir Path temporary) throws Exception {
    folder = temporary;
    server = S3Server.start(folder.resolve("s3"));
  }

  @AfterAll
  void stop() throws Exception {
    server.close();
  }

  List<Storage> storages() {
    return List.of(
        Storage.of(folder.resolve("disk").toUri(), new Configuration(false)),
        s3(server.properties(S3Server.SECRET), "some/prefix"));
  }

  @ParameterizedTest
  @MethodSource("storages")
  void aSwapReplacesTheWholeObject(Storage storage) {
    assertThat(storage.read("pointers/LATEST")).isEmpty();

    storage.swap("pointers/LATEST", "first, and long");
    storage.swap("pointers/LATEST", "second");

    assertThat(storage.read("pointers/LATEST")).contains("second");
  }

  @ParameterizedTest
  @MethodSource("storages")
  void oneOfManyCreates(Storage storage) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(8);
    List<Callable<Boolean>> attempts = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String mine = "holder " + i;
      attempts.add(() -> storage.createIfAbsent("lease/1", mine));
    }

    int winners = 0;
    for (Future<Boolean> attempt : pool.invokeAll(attempts)) {
      winners += attempt.get() ? 1 : 0;
    }
    pool.shutdown();

    assertThat(winners).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("storages")
  void listsCopiesMovesAndDeletes(Storage storage) {
    storage.swap("tree/b/2.txt", "two");
    storage.swap("tree/a/1.txt", "one");
    storage.copy("tree/a/1.txt", "tree/c/3.txt");
    storage.move("tree/b/2.txt", "tree/c/4.txt");
    storage.delete("tree/a");

    assertThat(storage.list("tree"))
        .extracting(StoredFile::key, StoredFile::size)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("tree/c/3.txt", 3L),
            org.assertj.core.groups.Tuple.tuple("tree/c/4.txt", 3L));
    assertThat(storage.list("nowhere")).isEmpty();
    storage.delete("nowhere");
  }

  @ParameterizedTest
  @MethodSource("storages")
  void aChangedFileHasAnotherVersion(Storage storage) throws InterruptedException {
    storage.swap("drop/file", "one");
    String before = storage.list("drop").get(0).version();
    Thread.sleep(20);
    storage.swap("drop/file", "two");

    assertThat(storage.list("drop").get(0).version()).isNotEqualTo(before);
  }

  @Test
  void wrongKeysAreNamedAsSuchAndNotPrinted() {
    Storage storage = s3(server.properties("a-wrong-secret"), "p");

    assertThatThrownBy(() -> storage.read("LATEST"))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.exitCode()).isEqualTo(ExitCode.STORAGE);
              assertThat(refusal).hasMessageContaining("does not accept the keys");
              assertThat(refusal.getMessage()).doesNotContain("a-wrong-secret");
            });
  }

  @Test
  void anEndpointThatNobodyServesIsNamedAsSuch() {
    Map<String, String> properties = server.properties(S3Server.SECRET);
    properties.put("fs.s3a.endpoint", "http://127.0.0.1:9");
    Storage storage = s3(properties, "p");

    assertThatThrownBy(() -> storage.list(""))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("can't be reached");
  }

  private static Storage s3(Map<String, String> properties, String prefix) {
    Configuration hadoop = new Configuration();
    // Each set of properties is a client of its own, not the cached one of another test.
    hadoop.setBoolean("fs.s3a.impl.disable.cache", true);
    properties.forEach(hadoop::set);
    return Storage.of(URI.create("s3a://" + S3Server.BUCKET + "/" + prefix), hadoop);
  }
}
