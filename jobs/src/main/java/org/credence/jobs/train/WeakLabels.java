package org.credence.jobs.train;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.credence.lake.Posts;
import org.credence.settings.SourcesFile.Network;
import org.credence.text.EmojiLabel;
import org.credence.text.Features;
import org.credence.text.LanguageId;

/** Posts whose own stars or emoji say what they feel. Which are taken depends on their ids only. */
final class WeakLabels {

  private static final String REPOST = "repost";
  private static final String REVIEW = "review";
  private static final String PRIORITY = "priority";
  private static final String RANK = "rank";
  private static final String ORIGIN = "origin";
  private static final String LABEL = "label";
  private static final String DIGEST = "digest";

  private static final StructType SCHEMA =
      new StructType()
          .add(ORIGIN, DataTypes.StringType, false)
          .add(Posts.LANGUAGE.column(), DataTypes.StringType, false)
          .add(LABEL, DataTypes.IntegerType, false)
          .add(PRIORITY, DataTypes.LongType, false)
          .add(Posts.PLATFORM.column(), DataTypes.StringType, false)
          .add(Posts.POST_ID.column(), DataTypes.StringType, false)
          .add(Posts.TEXT.column(), DataTypes.StringType, false)
          .add(DIGEST, DataTypes.LongType, false);

  private final Set<String> languages;
  private final long seed;
  private final int maximumRows;

  /**
   * @param maximumRows of each origin and language, shared out evenly among the classes
   */
  WeakLabels(Collection<String> languages, long seed, int maximumRows) {
    this.languages = new TreeSet<>(languages);
    this.seed = seed;
    this.maximumRows = maximumRows;
  }

  /**
   * Labelled rows of the posts: bounded, each text once, in a fixed order.
   *
   * @param known texts that a person has labelled: they are not learned from a second time
   */
  List<LabelledText> of(Dataset<Row> posts, Collection<LabelledText> known) {
    Features features = new Features();
    Set<Long> digests = new HashSet<>();
    known.forEach(row -> digests.add(features.tokensOf(row.text()).textDigest()));
    List<Row> sampled = new ArrayList<>(sample(labelled(posts)).collectAsList());
    sampled.sort(
        Comparator.comparingLong((Row row) -> row.getLong(3))
            .thenComparing(row -> row.getString(4))
            .thenComparing(row -> row.getString(5)));
    return sampled.stream()
        .filter(row -> digests.add(row.getLong(7)))
        .map(WeakLabels::text)
        .toList();
  }

  /**
   * Every post that its stars or its emoji label; a post of both goes by its stars. Nothing is
   * learned from employees.
   */
  Dataset<Row> labelled(Dataset<Row> posts) {
    Set<String> wanted = languages;
    MapPartitionsFunction<Row, Row> label = rows -> new Labelling(wanted).of(rows);
    return posts
        .filter(Posts.KIND.col().notEqual(REPOST))
        .filter(Posts.NETWORK.col().notEqual(Network.EMPLOYEES.id()))
        .select(
            Posts.PLATFORM.col(),
            Posts.POST_ID.col(),
            Posts.KIND.col(),
            Posts.LANGUAGE.col(),
            Posts.RATING_SHARE.col(),
            Posts.TEXT.col(),
            xxhash64(lit(seed), Posts.PLATFORM.col(), Posts.POST_ID.col()).as(PRIORITY))
        .mapPartitions(label, Encoders.row(SCHEMA));
  }

  private Dataset<Row> sample(Dataset<Row> labelled) {
    var classes =
        Window.partitionBy(col(ORIGIN), Posts.LANGUAGE.col(), col(LABEL))
            .orderBy(col(PRIORITY), Posts.PLATFORM.col(), Posts.POST_ID.col());
    return labelled
        .withColumn(RANK, row_number().over(classes))
        .filter(col(RANK).leq(maximumRows / 3))
        .drop(RANK);
  }

  private static LabelledText text(Row row) {
    return new LabelledText(
        Origin.valueOf(row.getString(0)),
        row.getString(4) + ":" + row.getString(5),
        row.getString(1),
        "",
        row.getString(6),
        row.getInt(2),
        Optional.empty());
  }

  /** Labels the posts of one partition. */
  private static final class Labelling {

    private final Set<String> languages;
    private final Features features = new Features();
    private final LanguageId languageId;

    private Labelling(Set<String> languages) {
      this.languages = languages;
      this.languageId = new LanguageId(languages);
    }

    private Iterator<Row> of(Iterator<Row> posts) {
      List<Row> none = List.of();
      return new Iterator<>() {
        private Iterator<Row> next = none.iterator();

        @Override
        public boolean hasNext() {
          while (!next.hasNext() && posts.hasNext()) {
            next = label(posts.next()).map(List::of).orElse(none).iterator();
          }
          return next.hasNext();
        }

        @Override
        public Row next() {
          return next.next();
        }
      };
    }

    private Optional<Row> label(Row post) {
      boolean stars = REVIEW.equals(post.getString(2)) && !post.isNullAt(4);
      features.tokensOf(post.getString(5));
      OptionalInt label =
          stars
              ? OptionalInt.of(ofStars(post.getDouble(4)))
              : ofEmoji(EmojiLabel.of(features.tokens()));
      long digest = features.textDigest();
      if (label.isEmpty() || digest == 0) {
        return Optional.empty();
      }
      Optional<String> language =
          languageId.of(features, post.getString(3)).filter(languages::contains);
      String text = stars ? post.getString(5) : EmojiLabel.without(features.tokens());
      return language.map(
          code ->
              RowFactory.create(
                  (stars ? Origin.STARS : Origin.EMOJI).name(),
                  code,
                  label.getAsInt(),
                  post.getLong(6),
                  post.getString(0),
                  post.getString(1),
                  text,
                  digest));
    }

    /** The lower third of the scale is negative, the upper third positive. */
    private static int ofStars(double share) {
      return share < 1.0 / 3 ? 0 : share > 2.0 / 3 ? 2 : 1;
    }

    private static OptionalInt ofEmoji(OptionalInt sign) {
      return sign.isEmpty() ? sign : OptionalInt.of(1 + sign.getAsInt());
    }
  }
}
