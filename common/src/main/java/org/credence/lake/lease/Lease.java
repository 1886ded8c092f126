package org.credence.lake.lease;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.credence.lake.Fence;
import org.credence.settings.Refusal;

/**
 * The lake, held by this run. Shows a sign of life every few seconds, and finds out when another
 * run has taken over because this one was frozen for too long.
 */
public final class Lease implements Fence, AutoCloseable {

  private final Leases leases;
  private final long number;
  private final ScheduledExecutorService heart =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "credence-lease");
            thread.setDaemon(true);
            return thread;
          });
  private volatile boolean lost;
  private volatile Runnable whenLost = () -> {};

  Lease(Leases leases, long number) {
    this.leases = leases;
    this.number = number;
  }

  /** What stops the work in progress once somebody else holds the lake. */
  public void whenLost(Runnable stop) {
    whenLost = stop;
  }

  @Override
  public void check() {
    if (lost || isTaken()) {
      lost = true;
      throw leases.busy(leases.newest().orElse(number));
    }
  }

  /** Lets the next run begin at once. */
  @Override
  public void close() {
    // Not interrupted: a beat in the making would leave half a file.
    heart.shutdown();
    try {
      if (heart.awaitTermination(leases.patience().toMillis(), TimeUnit.MILLISECONDS) && !lost) {
        leases.release(number);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Refusal unreachable) {
      // It expires by itself.
    }
  }

  Lease beating() {
    long every = leases.beat().toMillis();
    heart.scheduleWithFixedDelay(this::beat, 0, every, TimeUnit.MILLISECONDS);
    return this;
  }

  private void beat() {
    try {
      if (isTaken()) {
        lost = true;
        whenLost.run();
        heart.shutdown();
      } else {
        leases.beat(number, leases.clock().instant() + "\n");
      }
    } catch (Refusal unreachable) {
      // A storage that is away for a while is no reason to die: the next beat and commit ask again.
    }
  }

  private boolean isTaken() {
    return leases.newest().orElse(0) != number;
  }

  static Optional<Instant> instant(String beat) {
    try {
      return Optional.of(Instant.parse(beat.strip()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
