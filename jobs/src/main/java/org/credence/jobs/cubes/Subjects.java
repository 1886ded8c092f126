package org.credence.jobs.cubes;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_union;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.map_filter;
import static org.apache.spark.sql.functions.map_keys;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.credence.cubes.Dimension;
import org.credence.lake.Mentions;
import org.credence.lake.Posts;
import org.credence.statistics.FixedPoint;

/** The subjects of a mention: all, and each cluster and attribute of the trust model once. */
final class Subjects {

  static final String CLUSTER = "cluster:";
  static final String ATTRIBUTE = "attribute:";

  /** From this probability on a mention is about an attribute. */
  private static final int TOUCHED = (int) (FixedPoint.ONE / 2);

  private Subjects() {}

  /**
   * @param clusters first day to what holds from then on, the first of all days among them
   */
  static Column byDay(SortedMap<LocalDate, SortedMap<String, String>> clusters) {
    Column subjects = of(clusters.getOrDefault(clusters.firstKey(), new TreeMap<>()));
    for (Map.Entry<LocalDate, SortedMap<String, String>> later :
        clusters.tailMap(clusters.firstKey().plusDays(1)).entrySet()) {
      Column since = Posts.DAY.col().geq(lit(later.getKey()));
      subjects = when(since, of(later.getValue())).otherwise(subjects);
    }
    return subjects;
  }

  /**
   * @param clusters cluster of each attribute; others are of another trust model and left out
   */
  static Column of(SortedMap<String, String> clusters) {
    Column all = array(lit(Dimension.ALL));
    if (clusters.isEmpty()) {
      return all;
    }
    List<Column> pairs = new ArrayList<>();
    clusters.forEach(
        (attribute, cluster) -> {
          pairs.add(lit(attribute));
          pairs.add(lit(cluster));
        });
    Column clusterOf = map(pairs.toArray(Column[]::new));
    Column touched = map_keys(map_filter(Mentions.ATTRIBUTES.col(), (id, ppm) -> ppm.geq(TOUCHED)));
    Column known = filter(touched, id -> element_at(clusterOf, id).isNotNull());
    Column attributes = transform(known, id -> concat(lit(ATTRIBUTE), id));
    Column ofClusters =
        array_distinct(transform(known, id -> concat(lit(CLUSTER), element_at(clusterOf, id))));
    return array_union(all, array_union(ofClusters, attributes));
  }
}
