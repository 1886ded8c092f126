package org.credence.lake;

import java.util.List;

/** All tables of a lake. */
public final class Tables {

  public static final List<Table> ALL =
      List.of(
          Posts.TABLE,
          PostDays.TABLE,
          WaitingReplies.TABLE,
          Mentions.TABLE,
          Topics.TABLE,
          TopicMemories.TABLE,
          TopicPosts.TABLE,
          Parts.TABLE,
          RejectedRecords.TABLE,
          Coverage.TABLE,
          Erasures.TABLE,
          ErasedOnRequest.TABLE,
          ScrubbedPlaces.TABLE);

  private Tables() {}
}
