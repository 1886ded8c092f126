package org.credence.settings;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * {@code conf/trust-model.yaml}: clusters of attributes by which a company is trusted. The shipped
 * one follows Edelman's trust-building attributes; another model is another file.
 *
 * @param id of the model; part of the methodology version of every cell
 */
public record TrustModelFile(String id, int version, List<Cluster> clusters) {

  public TrustModelFile {
    clusters = List.copyOf(clusters);
    Set<String> ids = new HashSet<>();
    for (Cluster cluster : clusters) {
      if (!ids.add(cluster.id())) {
        throw new IllegalArgumentException("cluster id '" + cluster.id() + "' is given twice");
      }
      for (Attribute attribute : cluster.attributes()) {
        if (!ids.add(attribute.id())) {
          throw new IllegalArgumentException(
              "attribute id '" + attribute.id() + "' is given twice");
        }
      }
    }
    if (clusters.isEmpty()) {
      throw new IllegalArgumentException("clusters must name at least one cluster");
    }
  }

  public List<Attribute> attributes() {
    return clusters.stream().flatMap(cluster -> cluster.attributes().stream()).toList();
  }

  /**
   * Attributes that belong together.
   *
   * @param name language to the name as it is shown
   */
  public record Cluster(String id, Map<String, String> name, List<Attribute> attributes) {
    public Cluster {
      name = java.util.Collections.unmodifiableMap(new TreeMap<>(name));
      attributes = List.copyOf(attributes);
      if (!id.matches("[a-z][a-z0-9-]*")) {
        throw new IllegalArgumentException(
            "cluster id '" + id + "' must be lower-case-with-dashes");
      }
      if (attributes.isEmpty()) {
        throw new IllegalArgumentException("cluster '" + id + "' has no attributes");
      }
    }
  }

  /**
   * One attribute.
   *
   * @param name language to the name as it is shown
   * @param phrases language to words or phrases that touch the attribute, matched as whole words,
   *     any case; a final {@code *} matches any ending
   */
  public record Attribute(String id, Map<String, String> name, Map<String, List<String>> phrases) {
    public Attribute {
      name = java.util.Collections.unmodifiableMap(new TreeMap<>(name));
      Map<String, List<String>> sorted = new TreeMap<>();
      phrases.forEach((language, words) -> sorted.put(language, List.copyOf(words)));
      phrases = java.util.Collections.unmodifiableMap(sorted);
      if (!id.matches("[a-z][a-z0-9-]*")) {
        throw new IllegalArgumentException(
            "attribute id '" + id + "' must be lower-case-with-dashes");
      }
    }
  }
}
