package org.credence.jobs.cubes;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.credence.lake.Posts;
import org.credence.statistics.Act;

/** What the kind of a post says about the deed behind it. */
final class Kind {

  private static final String REPOST = "repost";
  private static final List<String> SHARING = List.of(REPOST, "quote");
  private static final List<String> ANSWERING = List.of("reply", "comment");

  private Kind() {}

  static Column isRepost() {
    return Posts.KIND.col().equalTo(REPOST);
  }

  static Column isAnswer() {
    return Posts.KIND.col().isInCollection(ANSWERING);
  }

  /** Bits of {@link Act}. */
  static Column acts() {
    return functions
        .when(Posts.KIND.col().isInCollection(SHARING), functions.lit(Act.SHARED.bit()))
        .when(isAnswer(), functions.lit(Act.COMMENTED.bit()))
        .otherwise(functions.lit(Act.PRODUCED.bit()));
  }
}
