package org.credence.jobs.cubes;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.credence.settings.CredenceSettings.Bots;
import org.credence.settings.Settings;
import org.credence.settings.TrustModelFile.Attribute;
import org.credence.settings.TrustModelFile.Cluster;

/**
 * What parts depend on beside the mentions.
 *
 * @param clusters cluster of each attribute of the trust model
 */
record PartRules(Bots bots, SortedMap<String, String> clusters) {

  PartRules {
    clusters = Collections.unmodifiableSortedMap(new TreeMap<>(clusters));
  }

  static PartRules of(Settings settings) {
    SortedMap<String, String> clusters = new TreeMap<>();
    for (Cluster cluster : settings.trustModel().clusters()) {
      for (Attribute attribute : cluster.attributes()) {
        clusters.put(attribute.id(), cluster.id());
      }
    }
    return new PartRules(settings.credence().bots(), clusters);
  }
}
