package org.credence.lake;

/**
 * The topic of each post by others than the company that is in one: one row per post and brand.
 * Posts that were older than the window when they came have none.
 */
public final class TopicPosts {

  public static final Table TABLE =
      Table.of(
              "topic_posts",
              Posts.PLATFORM,
              Posts.POST_ID,
              Mentions.BRAND,
              Posts.DAY,
              Topics.TOPIC,
              Topics.NIGHT)
          .partitionedBy("months(day)");

  private TopicPosts() {}
}
