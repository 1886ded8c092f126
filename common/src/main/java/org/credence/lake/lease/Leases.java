package org.credence.lake.lease;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import org.credence.settings.ExitCode;
import org.credence.settings.Refusal;
import org.credence.storage.Storage;

/**
 * The leases of one lake: {@code _lease/<number>}, of which the newest counts, and beside it the
 * beat of its holder. Numbers are only ever created, never replaced: creation is what every storage
 * decides for exactly one of many, which a compare-and-swap is not.
 */
public final class Leases {

  static final String FOLDER = "_lease";
  static final String RELEASED = "released\n";

  private static final int KEPT = 8;

  private final Storage lake;
  private final InstantSource clock;
  private final Duration beat;

  public Leases(Storage lake) {
    this(lake, InstantSource.system(), Duration.ofSeconds(10));
  }

  /**
   * @param beat time between two signs of life; eight of them missing make a holder suspect
   */
  Leases(Storage lake, InstantSource clock, Duration beat) {
    this.lake = lake;
    this.clock = clock;
    this.beat = beat;
  }

  /** Silence after which a holder is suspected to be dead, and knows that others do. */
  Duration patience() {
    return beat.multipliedBy(8);
  }

  Duration beat() {
    return beat;
  }

  /**
   * Takes the lake for a run.
   *
   * @throws Refusal with the code of busy, naming who holds it since when
   */
  public Lease take(String run) {
    OptionalLong last = newest();
    if (last.isPresent() && !isFree(last.getAsLong())) {
      throw busy(last.getAsLong());
    }
    long number = last.orElse(0) + 1;
    Holder mine = Holder.ofThisProcess(run, clock.instant());
    if (!lake.createIfAbsent(key(number), mine.toJson())) {
      throw busy(number);
    }
    Lease lease = new Lease(this, number);
    lease.check();
    forget(number - KEPT);
    return lease.beating();
  }

  /** Who holds the lake, for a person; empty when nobody does. */
  public Optional<String> holder() {
    OptionalLong last = newest();
    return last.isEmpty() || isReleased(last.getAsLong()) || isGone(last.getAsLong())
        ? Optional.empty()
        : Optional.of(name(last.getAsLong()));
  }

  OptionalLong newest() {
    return lake.list(FOLDER).stream()
        .map(file -> file.name())
        .filter(name -> name.matches("\\d+"))
        .mapToLong(Long::parseLong)
        .max();
  }

  private boolean isFree(long number) {
    return isReleased(number) || isGone(number) || (isSilent(number) && staysSilent(number));
  }

  private boolean isReleased(long number) {
    return beatOf(number).equals(Optional.of(RELEASED));
  }

  private boolean isGone(long number) {
    return holder(number).filter(Holder::isGone).isPresent();
  }

  /** By the clocks of two machines, either of which may be wrong: only a reason to look. */
  private boolean isSilent(long number) {
    Optional<String> last = beatOf(number).or(() -> holder(number).map(Holder::since));
    return last.flatMap(Lease::instant)
        .map(at -> Duration.between(at, clock.instant()).abs().compareTo(patience()) > 0)
        .orElse(true);
  }

  /** By what can be seen: who lives beats within a few beats, whatever any clock says. */
  private boolean staysSilent(long number) {
    Optional<String> before = beatOf(number);
    try {
      Thread.sleep(beat.multipliedBy(3).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    return beatOf(number).equals(before);
  }

  private Optional<String> beatOf(long number) {
    return lake.read(key(number) + ".beat");
  }

  void beat(long number, String content) {
    lake.swap(key(number) + ".beat", content);
  }

  void release(long number) {
    try {
      beat(number, RELEASED);
    } catch (Refusal full) {
      // A full disk takes no word any more, but lets go of one.
      lake.delete(key(number));
    }
  }

  InstantSource clock() {
    return clock;
  }

  private Optional<Holder> holder(long number) {
    return lake.read(key(number)).flatMap(Holder::fromJson);
  }

  private String name(long number) {
    return holder(number).map(Holder::toString).orElse("another run");
  }

  Refusal busy(long number) {
    return new Refusal(
        "The lake " + lake.root() + " is busy",
        "it is held by " + name(number),
        "Wait until that run has ended, then run again; the lease of a dead run expires by itself.",
        ExitCode.BUSY);
  }

  private void forget(long upTo) {
    lake.list(FOLDER).stream()
        .filter(file -> file.name().matches("\\d+(\\.beat)?"))
        .filter(file -> Long.parseLong(file.name().replace(".beat", "")) <= upTo)
        .forEach(file -> lake.delete(file.key()));
  }

  private static String key(long number) {
    return "%s/%08d".formatted(FOLDER, number);
  }
}
