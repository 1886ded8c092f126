package org.credence.jobs.ingest;

import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.credence.archive.AuthorKey;
import org.credence.lake.ErasedOnRequest;
import org.credence.lake.Posts;

/** Takes handles of erased authors out of what other people write. */
final class Redaction implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final Pattern MENTION = Pattern.compile("@([\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]*)");
  private static final Pattern REPEATED = Pattern.compile("RT @\\w+");
  private static final String INSTEAD = "@erased";

  private final HashSet<String> erased;
  private final AuthorKey key;

  private Redaction(Set<String> erased, AuthorKey key) {
    this.erased = new HashSet<>(erased);
    this.key = key;
  }

  /**
   * @param erased rows with platform, kind and key: as many as people were erased
   */
  static Redaction of(Dataset<Row> erased, AuthorKey key) {
    List<String> keys =
        erased
            .filter(ErasedOnRequest.KIND.col().equalTo(ErasedOnRequest.AUTHOR))
            .select(concat_ws(" ", Posts.PLATFORM.col(), ErasedOnRequest.KEY.col()))
            .as(Encoders.STRING())
            .collectAsList();
    return new Redaction(Set.copyOf(keys), key);
  }

  /** The text of a post as it may stand. */
  Column text() {
    Column text = Posts.TEXT.col();
    Column redacted =
        when(Requested.IS_REPOST, by(this::ofRepost, text)).otherwise(by(this::redacted, text));
    return when(text.contains("@"), redacted).otherwise(text);
  }

  private static Column by(UDF2<String, String, String> redacted, Column text) {
    return udf(redacted, StringType).apply(Posts.PLATFORM.col(), text);
  }

  Dataset<Row> apply(Dataset<Row> posts) {
    return erased.isEmpty() ? posts : posts.withColumn(Posts.TEXT.column(), text());
  }

  /** Whom a repost repeats must still be seen: the whole post goes when he is erased. */
  String ofRepost(String platform, String text) {
    Matcher repeated = REPEATED.matcher(text);
    int rest = repeated.lookingAt() ? repeated.end() : 0;
    return text.substring(0, rest) + redacted(platform, text.substring(rest));
  }

  String redacted(String platform, String text) {
    return MENTION.matcher(text).replaceAll(mention -> word(platform, mention));
  }

  private boolean isErased(String platform, String handle) {
    return key.handleMarks(platform, handle).stream()
        .anyMatch(mark -> erased.contains(platform + " " + mark));
  }

  /** A handle at the end of a sentence is followed by what may be a part of it. */
  private String word(String platform, MatchResult mention) {
    String handle = mention.group(1);
    for (int end = handle.length(); end > 0; end--) {
      boolean bare = end == handle.length() || ".-".indexOf(handle.charAt(end)) >= 0;
      if (bare && isErased(platform, handle.substring(0, end))) {
        return INSTEAD + handle.substring(end);
      }
    }
    return Matcher.quoteReplacement(mention.group());
  }
}
