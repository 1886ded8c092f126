package org.credence.jobs.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.conf.Configuration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.credence.jobs.s3.FaultyNetwork.Fault;
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

  @Test
  void missingRightsAreNamedAsSuch() throws Exception {
    HttpServer closed = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    closed.createContext("/", StorageTest::forbid);
    closed.start();
    try {
      Map<String, String> properties = server.properties(S3Server.SECRET);
      properties.put("fs.s3a.endpoint", "http://127.0.0.1:" + closed.getAddress().getPort());
      Storage storage = s3(properties, "p");

      for (ThrowingCallable deed :
          List.<ThrowingCallable>of(
              () -> storage.list(""),
              () -> storage.read("LATEST"),
              () -> storage.swap("LATEST", "x"),
              () -> storage.createIfAbsent("1", "x"))) {
        assertThatThrownBy(deed)
            .isInstanceOfSatisfying(
                Refusal.class,
                refusal -> {
                  assertThat(refusal.exitCode()).isEqualTo(ExitCode.STORAGE);
                  assertThat(refusal.reason()).isEqualTo("access is denied");
                  assertThat(refusal.remedy()).contains("rights to read, write and list");
                });
      }
    } finally {
      closed.stop(0);
    }
  }

  private static void forbid(HttpExchange exchange) throws IOException {
    byte[] answer =
        "<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>"
            .getBytes(StandardCharsets.UTF_8);
    exchange.getRequestBody().readAllBytes();
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(403, head ? -1 : answer.length);
    if (!head) {
      exchange.getResponseBody().write(answer);
    }
    exchange.close();
  }

  @Test
  void aCopyWhoseAnswerIsCutOffIsDoneAgain() throws IOException {
    AtomicInteger cuts = new AtomicInteger(2);
    try (FaultyNetwork network = cuttingCopies(cuts)) {
      Storage storage = s3(S3Server.properties(S3Server.SECRET, network.endpoint()), "cut");
      storage.swap("from", "whole");

      storage.copy("from", "to");

      assertThat(storage.read("to")).contains("whole");
      assertThat(network.done()).containsEntry(Fault.CUT, 2);
    }
  }

  @Test
  void aCopyWhoseAnswersAreAllCutOffIsAFailureOfTheStorage() throws IOException {
    try (FaultyNetwork network = cuttingCopies(new AtomicInteger(Integer.MAX_VALUE))) {
      Storage storage = s3(S3Server.properties(S3Server.SECRET, network.endpoint()), "cut");
      storage.swap("from", "whole");

      assertThatThrownBy(() -> storage.copy("from", "to"))
          .isInstanceOfSatisfying(
              Refusal.class, refusal -> assertThat(refusal.exitCode()).isEqualTo(ExitCode.STORAGE));
    }
  }

  private FaultyNetwork cuttingCopies(AtomicInteger cuts) throws IOException {
    return FaultyNetwork.planned(
        server.endpoint(),
        head ->
            head.toLowerCase(Locale.ROOT).contains("x-amz-copy-source:")
                    && cuts.getAndDecrement() > 0
                ? Fault.CUT
                : Fault.NONE);
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamedAsSuch() throws IOException {
    Path file = Files.writeString(folder.resolve("a-file"), "");
    Storage storage = Storage.local(file.resolve("runs").toUri());

    assertThatThrownBy(() -> storage.swap("LATEST", "x"))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.exitCode()).isEqualTo(ExitCode.STORAGE);
              assertThat(refusal.problem()).startsWith("Can't write file://").contains("a-file");
            });
  }

  @Test
  void linksAreFollowedAndThoseThatLeadNowhereAreListed() throws IOException {
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere/2026-01-05"));
    Files.writeString(elsewhere.resolve("a.json"), "1234");
    Path root = Files.createDirectories(folder.resolve("linked"));
    Files.createSymbolicLink(root.resolve("twitter"), folder.resolve("elsewhere"));
    Files.createSymbolicLink(elsewhere.resolve("b.json"), folder.resolve("nowhere"));
    Files.createSymbolicLink(elsewhere.resolve("circle"), folder.resolve("elsewhere"));

    assertThat(Storage.local(root.toUri()).list(""))
        .extracting(StoredFile::key)
        .containsExactly("twitter/2026-01-05/a.json", "twitter/2026-01-05/b.json");
  }

  private static Storage s3(Map<String, String> properties, String prefix) {
    Configuration hadoop = new Configuration();
    // Each set of properties is a client of its own, not the cached one of another test.
    hadoop.setBoolean("fs.s3a.impl.disable.cache", true);
    properties.forEach(hadoop::set);
    return Storage.of(URI.create("s3a://" + S3Server.BUCKET + "/" + prefix), hadoop);
  }
}
