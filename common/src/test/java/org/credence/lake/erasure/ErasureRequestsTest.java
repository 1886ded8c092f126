package org.credence.lake.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.credence.lake.erasure.ErasureRequest.Named;
import org.credence.storage.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErasureRequestsTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  @Test
  void aRequestGoesItsWayAndLosesItsKeysOnceTheyAreNotNeeded(@TempDir Path folder)
      throws IOException {
    ErasureRequests requests =
        new ErasureRequests(Storage.local(folder.toUri()), InstantSource.fixed(NOW));
    assertThat(requests.newest()).isZero();
    requests.add(
        List.of(new Named("twitter", "author", "aaa"), new Named("x", "post", "bbb")), "ring");
    requests.add(List.of(new Named("twitter", "post", "ccc")), "ring");

    assertThat(requests.newest()).isEqualTo(2);
    assertThat(requests.requested())
        .extracting(ErasureRequest::id)
        .containsExactly("00000001", "00000002");
    ErasureRequest first = requests.requested().get(0);
    assertThat(first.keys()).hasSize(2);
    assertThat(first.fingerprint()).contains("ring");
    requests.removed(first, "2026-03-01", 7);
    assertThat(requests.requested()).hasSize(1);
    requests.purged(requests.removed().get(0), "2026-03-02", "2026-03-02T01:00:00Z");

    assertThat(requests.removed()).isEmpty();
    assertThat(requests.newest()).as("numbers are never used again").isEqualTo(2);
    assertThat(Files.readString(folder.resolve("erasures/purged/00000001.json")))
        .contains(
            "\"requested_at\" : \"2026-03-01T10:00:00Z\"",
            "\"authors\" : 1",
            "\"posts\" : 1",
            "\"removed\" : 7",
            "\"removed_night\" : \"2026-03-01\"",
            "\"purged_night\" : \"2026-03-02\"",
            "\"purged_at\" : \"2026-03-02T01:00:00Z\"")
        .doesNotContain("aaa", "bbb", "ring", "fingerprint");
    assertThat(folder.resolve("erasures/requested/00000001.json")).doesNotExist();
  }

  @Test
  void aRequestThatWaitsGetsOtherKeysAndOneOfAnOlderReleaseHasNoFingerprint(@TempDir Path folder)
      throws IOException {
    Path waiting = folder.resolve("erasures/requested/00000007.json");
    Files.createDirectories(waiting.resolveSibling("."));
    Files.writeString(
        waiting,
        """
        {"id" : "00000007", "requested_at" : "2026-02-01T10:00:00Z", "authors" : 1, "posts" : 0,
         "keys" : [ {"platform" : "twitter", "kind" : "author", "key" : "aaa"} ],
         "removed" : 0, "removed_night" : "", "purged_night" : "", "purged_at" : ""}
        """);
    ErasureRequests requests = new ErasureRequests(Storage.local(folder.toUri()));
    ErasureRequest old = requests.requested().get(0);
    assertThat(old.fingerprint()).isEmpty();

    requests.renew(old.renewed(List.of(new Named("twitter", "author", "bbb")), "ring"));

    assertThat(requests.requested())
        .containsExactly(old.renewed(List.of(new Named("twitter", "author", "bbb")), "ring"));
    assertThat(Files.readString(waiting))
        .contains("\"keyed_with\" : \"ring\"")
        .doesNotContain("aaa");
  }
}
