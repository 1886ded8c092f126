package org.credence.jobs.report;

import java.util.Optional;

/**
 * One brand in the overview of a period.
 *
 * @param trust nothing when nothing was said
 */
public record BrandLine(
    String id, String name, Optional<TrustCell> trust, Optional<VolumeCell> volume) {

  public Optional<TrustCell.Net> net() {
    return trust.flatMap(TrustCell::net);
  }

  public Optional<TrustCell.NetChange> change() {
    return trust.flatMap(TrustCell::change);
  }

  /** Key of the words that say why no net is shown. */
  public String absence() {
    return trust
        .map(
            cell ->
                switch (cell.state()) {
                  case SUPPRESSED -> "state.suppressed";
                  case MISSING -> "state.missing";
                  case PUBLISHED -> "state.unscored";
                })
        .orElse("state.none");
  }

  long originals() {
    return volume.map(VolumeCell::originals).orElse(0L);
  }
}
