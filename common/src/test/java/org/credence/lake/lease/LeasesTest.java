package org.credence.lake.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.credence.settings.ExitCode;
import org.credence.settings.Refusal;
import org.credence.storage.Storage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeasesTest {

  private static final Duration BEAT = Duration.ofMillis(100);
  private static final Instant NOW = Instant.parse("2026-03-06T02:00:00Z");

  @TempDir private Path folder = Path.of("");
  private Storage lake = Storage.of(Path.of("").toUri(), new Configuration(false));

  @BeforeEach
  void open() {
    lake = Storage.of(folder.toUri(), new Configuration(false));
  }

  private Leases leases(InstantSource clock) {
    return new Leases(lake, clock, BEAT);
  }

  private Leases leases() {
    return leases(InstantSource.system());
  }

  @Test
  void theSecondIsToldWhoHoldsTheLakeSinceWhen() {
    Leases first = leases(InstantSource.fixed(NOW));

    try (Lease held = first.take("2026-03-05-001")) {
      assertThatThrownBy(() -> leases(InstantSource.fixed(NOW)).take("2026-03-05-002"))
          .isInstanceOfSatisfying(
              Refusal.class, refusal -> assertThat(refusal.exitCode()).isEqualTo(ExitCode.BUSY))
          .hasMessageContaining("run 2026-03-05-001 of ")
          .hasMessageContaining("(process " + ProcessHandle.current().pid() + ")")
          .hasMessageContaining("since 2026-03-06T02:00:00Z");
      assertThat(first.holder().orElseThrow()).contains("2026-03-05-001");
      held.check();
    }
  }

  @Test
  void whoEndsLetsTheNextBeginAtOnce() {
    leases().take("one").close();

    assertThat(leases().holder()).isEmpty();
    try (Lease next = leases().take("two")) {
      next.check();
    }
  }

  @Test
  void oneOfManyWhoStartTogetherWins() throws Exception {
    int starters = 8;
    ExecutorService pool = Executors.newFixedThreadPool(starters);
    for (int round = 0; round < 10; round++) {
      CyclicBarrier start = new CyclicBarrier(starters);
      List<Callable<Boolean>> attempts = new ArrayList<>();
      CountDownLatch tried = new CountDownLatch(starters);
      for (int i = 0; i < starters; i++) {
        String run = "run " + i;
        attempts.add(() -> wins(run, start, tried));
      }
      int winners = 0;
      for (Future<Boolean> attempt : pool.invokeAll(attempts)) {
        winners += attempt.get() ? 1 : 0;
      }
      assertThat(winners).isEqualTo(1);
    }
    pool.shutdown();
  }

  /** The winner holds on until all have tried. */
  private boolean wins(String run, CyclicBarrier start, CountDownLatch tried) throws Exception {
    start.await(1, TimeUnit.MINUTES);
    try (Lease lease = leases().take(run)) {
      tried.countDown();
      lease.check();
      return tried.await(1, TimeUnit.MINUTES);
    } catch (Refusal busy) {
      assertThat(busy.exitCode()).isEqualTo(ExitCode.BUSY);
      tried.countDown();
      return false;
    }
  }

  @Test
  void whoDiedOnThisMachineIsSucceededAtOnce() throws Exception {
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Holder self = Holder.ofThisProcess("killed", NOW);
    Holder killed =
        new Holder("killed", self.user(), self.machine(), dead.pid(), self.started(), self.since());
    lake.createIfAbsent("_lease/00000001", killed.toJson());
    lake.swap("_lease/00000001.beat", NOW + "\n");

    assertThat(killed.isGone()).isTrue();
    assertThat(self.isGone()).isFalse();
    try (Lease lease = leases(InstantSource.fixed(NOW)).take("next")) {
      lease.check();
    }
  }

  @Test
  void whoDiedElsewhereIsSucceededAfterAWhile() {
    lake.createIfAbsent("_lease/00000001", elsewhere().toJson());
    lake.swap("_lease/00000001.beat", NOW + "\n");

    Instant soon = NOW.plus(BEAT.multipliedBy(7));
    assertThatThrownBy(() -> leases(InstantSource.fixed(soon)).take("too soon"))
        .isInstanceOf(Refusal.class);
    Instant late = NOW.plus(BEAT.multipliedBy(9));
    try (Lease lease = leases(InstantSource.fixed(late)).take("in time")) {
      lease.check();
    }
  }

  @Test
  void aClockThatJumpsTakesNothingFromALivingHolder() {
    for (Duration jump : List.of(Duration.ofDays(1), Duration.ofDays(-1))) {
      InstantSource other = InstantSource.offset(InstantSource.system(), jump);
      try (Lease held = leases().take("living")) {
        assertThatThrownBy(() -> leases(other).take("jumped")).isInstanceOf(Refusal.class);
        held.check();
      }
    }
  }

  @Test
  void whoWasFrozenForTooLongFindsThatAnotherHasTakenOver() throws Exception {
    CountDownLatch stopped = new CountDownLatch(1);
    try (Lease frozen = leases().take("frozen")) {
      frozen.whenLost(stopped::countDown);
      // As the other finds it after the first has not beaten for so long.
      lake.createIfAbsent("_lease/00000002", elsewhere().toJson());

      assertThatThrownBy(frozen::check)
          .isInstanceOfSatisfying(
              Refusal.class, refusal -> assertThat(refusal.exitCode()).isEqualTo(ExitCode.BUSY))
          .hasMessageContaining("run elsewhere");
      assertThat(stopped.await(1, TimeUnit.MINUTES)).isTrue();
    }
    assertThat(lake.read("_lease/00000002.beat")).isEmpty();
    assertThat(lake.read("_lease/00000001.beat")).isNotEqualTo(java.util.Optional.of("released\n"));
  }

  @Test
  void oldLeasesAreForgotten() {
    for (int i = 0; i < 30; i++) {
      leases().take("run " + i).close();
    }

    assertThat(lake.list("_lease").size()).isLessThan(20);
    assertThat(leases().holder()).isEmpty();
  }

  private static Holder elsewhere() {
    return new Holder("elsewhere", "etl@other", "another machine", 1, "", NOW.toString());
  }
}
