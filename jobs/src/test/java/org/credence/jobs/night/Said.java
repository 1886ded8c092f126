package org.credence.jobs.night;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.credence.lake.Lake;
import org.credence.lake.Mentions;
import org.credence.lake.Parts;
import org.credence.lake.Posts;

/** What was really said on each day, cut by each dimension, summed from the lake's parts. */
final class Said {

  static final String POSTS = "posts";
  static final String SCORED = "scored_originals";

  private Said() {}

  /** Of {@code measure brand cut value day}, the cut and value being "brand all" for the whole. */
  static Map<String, Long> byDay(Lake lake) {
    Column whole = Parts.SUBJECT.col().equalTo("all");
    Column cuts =
        when(
                whole,
                array(
                    lit("brand all"),
                    concat_ws(" ", lit("language"), Mentions.LANGUAGE.col()),
                    concat_ws(" ", lit("network"), Posts.NETWORK.col()),
                    concat_ws(" ", lit("platform"), Posts.PLATFORM.col())))
            .otherwise(array(concat_ws(" ", lit("subject"), Parts.SUBJECT.col())));
    Map<String, Long> said = new TreeMap<>();
    for (Row row :
        lake.read(Parts.TABLE)
            .filter(Mentions.VOICE.col().equalTo("public"))
            .withColumn("cut", explode(cuts))
            .groupBy(Mentions.BRAND.col(), col("cut"), Posts.DAY.col())
            .agg(sum(Parts.POSTS.col()), sum(Parts.SCORED.col()))
            .collectAsList()) {
      String cell = row.getString(0) + " " + row.getString(1) + " " + row.get(2);
      said.put(POSTS + " " + cell, row.getLong(3));
      said.put(SCORED + " " + cell, row.getLong(4));
    }
    return said;
  }
}
