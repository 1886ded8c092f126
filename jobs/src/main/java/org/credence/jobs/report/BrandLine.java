package org.credence.jobs.report;

import java.util.Optional;
import org.credence.cubes.CellState;

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

  /** Whether nothing can be said of a change, because the series breaks. */
  public boolean broken() {
    return trust.filter(TrustCell::broken).isPresent();
  }

  /** The volume, if it is published and anything was said. */
  public Optional<VolumeCell> heard() {
    return volume.filter(cell -> cell.posts() > 0);
  }

  /** Whether there is any figure to show. */
  boolean hasFigures() {
    return net().isPresent() || heard().isPresent();
  }

  /** Key of the words that say why no net is shown. */
  public String absence() {
    return trust
        .map(
            cell ->
                switch (cell.state()) {
                  case SUPPRESSED -> "state.suppressed";
                  case MISSING -> "state.missing";
                  case PUBLISHED -> unscored(cell);
                })
        .orElseGet(this::unheard);
  }

  private String unscored(TrustCell cell) {
    if (cell.unscored() > 0) {
      return "state.unscored";
    }
    return heard().isPresent() ? "state.outside" : unheard();
  }

  private String unheard() {
    return volume.map(VolumeCell::state).equals(Optional.of(CellState.SUPPRESSED))
        ? "state.suppressed"
        : "state.none";
  }

  long originals() {
    return volume.map(VolumeCell::originals).orElse(0L);
  }
}
