package org.credence.jobs.cubes;

import java.util.Map;
import org.credence.jobs.Night;

/** The parts, as whoever has re-keyed the mentions asks for them. */
public final class PartsAnew {

  private PartsAnew() {}

  /**
   * Sums all parts anew: their samples of people hold hashes of author keys.
   *
   * @param notes of the commit, beside those that the parts need themselves
   */
  public static void sum(Night night, Map<String, String> notes) {
    new PartsUpdate(night.lake(), PartRules.of(night.settings())).again(notes);
  }
}
