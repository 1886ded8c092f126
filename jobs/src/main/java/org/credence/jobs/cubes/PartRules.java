package org.credence.jobs.cubes;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.credence.settings.CredenceSettings.Bots;

/**
 * What parts depend on beside the mentions.
 *
 * @param clusters first day to the cluster of each attribute of the trust model that holds from
 *     then on; the first is the first of all days
 */
record PartRules(Bots bots, SortedMap<LocalDate, SortedMap<String, String>> clusters) {

  PartRules {
    clusters = Collections.unmodifiableSortedMap(new TreeMap<>(clusters));
  }

  static PartRules of(Bots bots, Epochs epochs) {
    SortedMap<LocalDate, SortedMap<String, String>> clusters = new TreeMap<>();
    SortedMap<String, String> last = null;
    for (Epochs.Epoch epoch : epochs.list()) {
      if (!epoch.clusters().equals(last)) {
        clusters.put(epoch.first(), epoch.clusters());
      }
      last = epoch.clusters();
    }
    return new PartRules(bots, clusters);
  }
}
