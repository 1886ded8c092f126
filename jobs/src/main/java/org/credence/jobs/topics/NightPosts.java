package org.credence.jobs.topics;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.credence.jobs.topics.Scopes.Pair;
import org.credence.jobs.topics.Scopes.Place;
import org.credence.lake.Mentions;
import org.credence.lake.Posts;
import org.credence.lake.Topics;
import org.credence.settings.SourcesFile.Network;
import org.credence.statistics.FixedPoint;

/** The posts of which a night finds the topics. Pure. */
final class NightPosts {

  private static final String[] PAIR = {Mentions.BRAND.column(), Mentions.LANGUAGE.column()};
  private static final String[] POST = {Posts.PLATFORM.column(), Posts.POST_ID.column()};
  private static final String AFTER = "_after";
  private static final Column REPOST = Posts.KIND.col().equalTo("repost");

  private NightPosts() {}

  /** What others than the company say; nothing is learnt from employees. */
  static Dataset<Row> ofOthers(Dataset<Row> mentions) {
    return mentions
        .filter(Mentions.VOICE.col().equalTo("public"))
        .filter(Posts.NETWORK.col().notEqual(Network.EMPLOYEES.id()));
  }

  /** The window that a night looks at. */
  static Column since(LocalDate first) {
    return Posts.DAY.col().geq(lit(first));
  }

  /** Posts but reposts of each brand and language; pairs with reposts only have 0. */
  static SortedMap<Pair, Long> byPair(Dataset<Row> window) {
    SortedMap<Pair, Long> posts = new TreeMap<>();
    window
        .groupBy(Mentions.BRAND.col(), Mentions.LANGUAGE.col())
        .agg(count(when(not(REPOST), lit(1))))
        .collectAsList()
        .forEach(row -> posts.put(new Pair(row.getString(0), row.getString(1)), row.getLong(2)));
    return posts;
  }

  /** Mentions that their scope does not know yet, with the scope. */
  static Dataset<Row> tonight(Dataset<Row> window, Scopes scopes) {
    List<Row> rows = scopes.places().stream().map(NightPosts::row).toList();
    StructType schema =
        new StructType()
            .add(PAIR[0], DataTypes.StringType)
            .add(PAIR[1], DataTypes.StringType)
            .add(Topics.SCOPE.column(), DataTypes.StringType)
            .add(AFTER, DataTypes.LongType);
    Dataset<Row> places = window.sparkSession().createDataFrame(rows, schema);
    return window
        .join(broadcast(places), PAIR)
        .filter(Mentions.BATCH.col().gt(col(AFTER)))
        .drop(AFTER);
  }

  private static Row row(Place place) {
    return RowFactory.create(
        place.pair().brand(), place.pair().language(), place.scope(), place.after());
  }

  /** Posts but reposts of each scope. */
  static Map<String, Long> byScope(Dataset<Row> tonight) {
    Map<String, Long> posts = new TreeMap<>();
    tonight
        .groupBy(Topics.SCOPE.col())
        .agg(count(when(not(REPOST), lit(1))))
        .collectAsList()
        .forEach(row -> posts.put(row.getString(0), row.getLong(1)));
    return posts;
  }

  /**
   * Rows of {@link ScopeRows#GIVEN}: of a scope with very many posts a sample is learnt from, of
   * reposts nothing.
   *
   * @param byScope posts but reposts
   */
  static Dataset<Row> given(
      Dataset<Row> tonight, Dataset<Row> posts, Map<String, Long> byScope, int largest, long seed) {
    Column lot = pmod(xxhash64(lit(seed), col(POST[0]), col(POST[1])), lit(FixedPoint.ONE));
    Column share = lit(FixedPoint.ONE);
    for (Map.Entry<String, Long> scope : byScope.entrySet()) {
      if (scope.getValue() > largest) {
        long part = FixedPoint.ONE * largest / scope.getValue();
        share = when(Topics.SCOPE.col().equalTo(scope.getKey()), lit(part)).otherwise(share);
      }
    }
    Column learnt = not(REPOST).and(lot.lt(share));
    Dataset<Row> texts = posts.select(col(POST[0]), col(POST[1]), Posts.TEXT.col());
    return ScopeRows.given(
        tonight
            .join(texts, POST)
            .withColumn(Posts.AUTHOR_KEY.column(), coalesce(Posts.AUTHOR_KEY.col(), lit("")))
            .withColumn(Posts.DAY.column(), unix_date(Posts.DAY.col()))
            .withColumn(
                ScopeRows.PLACE,
                when(learnt, lit(ScopeRows.LEARNT)).otherwise(lit(ScopeRows.REST))));
  }
}
