package org.credence.jobs.cubes;

import java.util.Map;
import org.credence.jobs.Night;
import org.credence.lake.Eras;

/** The parts, as whoever has re-keyed the mentions asks for them. */
public final class PartsAnew {

  private PartsAnew() {}

  /**
   * Sums all parts anew: their samples of people hold hashes of author keys.
   *
   * @param notes of the commit, beside those that the parts need themselves
   */
  public static void sum(Night night, Map<String, String> notes) {
    Epochs epochs = Epochs.of(night, Eras.of(night.lake()).orElse(Inputs.NOT_SCORED));
    new PartsUpdate(night.lake(), PartRules.of(night.settings().credence().bots(), epochs))
        .again(notes);
  }
}
