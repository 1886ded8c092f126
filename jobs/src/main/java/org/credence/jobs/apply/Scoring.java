package org.credence.jobs.apply;

import static org.apache.spark.sql.functions.inline;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF5;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.credence.lake.Field;
import org.credence.lake.Mentions;
import org.credence.lake.Posts;

/** Turns posts into mentions in one pass over their text. Pure: no session, no clock, no I/O. */
public final class Scoring {

  /** What a mention keeps of its post. */
  private static final List<Field> KEPT =
      Mentions.TABLE.fields().stream()
          .filter(field -> !PostScorer.MENTION.fields().contains(field))
          .map(field -> field.equals(Mentions.BATCH) ? Posts.BATCH : field)
          .toList();

  private Scoring() {}

  /**
   * @param posts rows of {@link Posts#TABLE}, of which only the needed columns are read
   * @return rows of {@link Mentions#TABLE}, one for each brand that a post mentions
   */
  public static Dataset<Row> mentions(Dataset<Row> posts, Broadcast<PostScorer> scorer) {
    Column said =
        said(scorer)
            .apply(
                Posts.TEXT.col(),
                Posts.LANGUAGE.col(),
                Posts.PLATFORM.col(),
                Posts.CHANNEL.col(),
                Posts.HANDLE_KEY.col());
    // The function stands inside the generator: as a column of its own Spark would compute it
    // once more for each condition that it derives from the generator.
    Column[] columns =
        Stream.concat(KEPT.stream().map(Field::col), Stream.of(inline(said)))
            .toArray(Column[]::new);
    return Mentions.TABLE.conform(posts.select(columns));
  }

  private static UserDefinedFunction said(Broadcast<PostScorer> scorer) {
    return functions.udf(
        (UDF5<String, String, String, String, String, Object>)
            (text, language, platform, channel, handleKey) ->
                scorer.value().mentions(text, language, platform, channel, handleKey),
        DataTypes.createArrayType(PostScorer.MENTION.schema(), false));
  }
}
