package org.credence.jobs.ingest;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What became of the replies of one source whose threads the platform does not say.
 *
 * @param replies of this batch, or led on by it
 * @param orphans those that go back to a post that no drop has brought so far
 * @param cycles those that led back to themselves and are taken for roots
 */
public record ReplyCounts(long replies, long orphans, long cycles) {

  Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("replies", replies);
    figures.put("orphans", orphans);
    figures.put("cycles", cycles);
    return figures;
  }

  @Override
  public String toString() {
    return String.format(
        java.util.Locale.ROOT,
        "%,d replies followed up, %,d of them to a post that is not here; %,d led back to themselves",
        replies,
        orphans,
        cycles);
  }
}
