package org.credence.jobs.nightly;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.credence.settings.ExitCode;
import org.credence.settings.Refusal;

/**
 * Several nights in their order, each as if it had been run alone: with a lease and a record of its
 * own. They share one Spark session, which the first that has something to do opens.
 */
public final class Backfill {

  private final Nightly nightly;
  private final DateRange range;

  public Backfill(Nightly nightly, DateRange range) {
    this.nightly = nightly;
    this.range = range;
  }

  /**
   * What would run and why, each night as if those before it were done; empty when the demo's
   * archive must be made first.
   */
  public Optional<List<Plan>> plans(NightOptions options) {
    if (nightly.lacksDemo()) {
      return Optional.empty();
    }
    ArchiveListing listing = listing();
    Nightly.Standing standing = nightly.standing();
    List<Plan> plans = new ArrayList<>();
    for (LocalDate date : range.dates().toList()) {
      Optional<Nightly.Prepared> night = prepare(options.on(date), listing, standing);
      plans.add(night.map(Nightly.Prepared::plan).orElseGet(() -> Plan.nothing(date)));
      if (night.isPresent()) {
        standing = night.get().planned(standing);
      }
    }
    return Optional.of(plans);
  }

  /**
   * Runs the nights, the oldest first, until one fails.
   *
   * @param done told of each night that ended well, also of one that had nothing to do
   * @throws Refusal before a night has begun
   * @throws RunFailure afterwards
   */
  public void run(NightOptions options, NightProgress progress, Consumer<NightReport> done) {
    nightly.makeMissingDemo(progress);
    listing();
    try (Sessions sessions = Sessions.shared()) {
      for (LocalDate date : range.dates().toList()) {
        done.accept(night(options.on(date), progress, sessions));
      }
    }
  }

  /** The reports of nights of which none has anything to do. */
  public List<NightReport> unchanged(NightOptions options, List<Plan> plans) {
    return plans.stream().map(plan -> nightly.unchanged(options.on(plan.date()), plan)).toList();
  }

  private NightReport night(NightOptions options, NightProgress progress, Sessions sessions) {
    Optional<Nightly.Prepared> night = prepare(options, listing(), nightly.standing());
    return night.isPresent()
        ? nightly.run(night.get(), progress, sessions)
        : nightly.report(Plan.nothing(options.date().orElseThrow()), Map.of(), "");
  }

  /** Empty for a date that brings no drop: that is no night, and the next one publishes it. */
  private Optional<Nightly.Prepared> prepare(
      NightOptions options, ArchiveListing listing, Nightly.Standing standing) {
    LocalDate date = options.date().orElseThrow();
    boolean dated = listing.isDated(date);
    if (!dated && listing.first().filter(first -> !date.isBefore(first)).isEmpty()) {
      return Optional.empty();
    }
    Nightly.Prepared night = nightly.prepare(options, listing, standing);
    return dated || !night.plan().changes().none() ? Optional.of(night) : Optional.empty();
  }

  private ArchiveListing listing() {
    ArchiveListing listing = nightly.listing();
    if (range.dates().noneMatch(listing::isDated)) {
      throw new Refusal(
          "There is no night from " + range,
          "no drop of the archive is dated so"
              + listing
                  .first()
                  .map(
                      first ->
                          ": the first is of %s, the last of %s"
                              .formatted(first, listing.latest().orElse(first)))
                  .orElse(""),
          "Name other dates.",
          ExitCode.INPUT_NOT_READY);
    }
    return listing;
  }
}
