package org.credence.archive.mapping;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.credence.archive.field.Countries;
import org.credence.archive.field.Languages;
import org.credence.archive.field.Numbers;
import org.credence.archive.field.Times;
import org.credence.archive.record.Authors;
import org.credence.archive.record.Draft;
import org.jspecify.annotations.Nullable;

/**
 * Where the canonical fields of a post come from.
 *
 * @param expressions by the names of {@link #NAMES}
 * @param worst least rating of the scale
 * @param best highest rating of the scale
 */
record PostFields(Map<String, Expression> expressions, double worst, double best) {

  /** Fields that a mapping may give; people are given by id and handle, and leave as hashes. */
  static final List<String> NAMES =
      List.of(
          "post_id",
          "parent_id",
          "thread_id",
          "original_id",
          "kind",
          "channel",
          "author_id",
          "handle",
          "followers",
          "verified",
          "role",
          "text",
          "language",
          "url",
          "application",
          "place",
          "country",
          "rating",
          "posted_at",
          "edited_at",
          "fetched_at",
          "likes",
          "reactions",
          "shares",
          "comments",
          "views",
          "media",
          "answer_id",
          "accepted",
          "topic_kind",
          "topic_status");

  /** Begins the names of fields that count reactions of one kind, as {@code reactions/love}. */
  private static final String REACTIONS = "reactions/";

  /** Kinds of posts that there are. */
  static final Set<String> KINDS =
      Set.of(
          "post",
          "reply",
          "comment",
          "repost",
          "quote",
          "review",
          "article",
          "message",
          "question",
          "case");

  PostFields {
    expressions = Map.copyOf(expressions);
  }

  /** Whether a mapping may give a field of this name. */
  static boolean isField(String name) {
    return NAMES.contains(name) || name.startsWith(REACTIONS) && name.length() > REACTIONS.length();
  }

  void fill(Scope scope, Draft post) {
    for (Map.Entry<String, Expression> field : expressions.entrySet()) {
      String value = field.getValue().text(scope);
      if (value != null) {
        fill(field.getKey(), value, post, scope);
      }
    }
    scope.file().owner().sign(post);
    if (post.authorKey == null) {
      post.authorKey = post.handleKey;
    }
  }

  private void fill(String field, String value, Draft post, Scope scope) {
    ZoneId zone = scope.file().source().zone();
    Authors authors = scope.file().authors();
    switch (field) {
      case "post_id" -> post.postId = value.strip();
      case "parent_id" -> post.parentId = value.strip();
      case "thread_id" -> post.threadId = value.strip();
      case "original_id" -> post.originalId = value.strip();
      case "kind" -> post.kind = KINDS.contains(value) ? value : post.kind;
      case "channel" -> post.channel = value.strip();
      case "author_id" -> post.authorKey = authors.author(value.strip());
      case "handle" -> post.handleKey = authors.handle(value.strip());
      case "followers" -> post.followers = Numbers.count(value);
      case "verified" -> post.verified = flag(value);
      case "role" -> post.role = value;
      case "text" -> post.text = value;
      case "language" -> post.language = Languages.iso(value);
      case "url" -> post.url = value.strip();
      case "application" -> post.application = value.strip();
      case "place" -> post.place = value.strip();
      case "country" -> post.country = Countries.iso(value);
      case "rating" -> rating(Numbers.decimal(value), post);
      case "posted_at" -> post.postedAt = Times.read(value, zone);
      case "edited_at" -> post.editedAt = Times.read(value, zone);
      case "fetched_at" -> post.fetchedAt = Times.read(value, zone);
      case "likes" -> post.likes = Numbers.count(value);
      case "reactions" -> post.reactions = Numbers.count(value);
      case "shares" -> post.shares = Numbers.count(value);
      case "comments" -> post.comments = Numbers.count(value);
      case "views" -> post.views = Numbers.count(value);
      case "media" -> post.media = word(value);
      case "answer_id" -> post.answerId = value.strip();
      case "accepted" -> post.accepted = flag(value);
      case "topic_kind" -> post.topicKind = word(value);
      case "topic_status" -> post.topicStatus = word(value);
      default -> post.reacted(field.substring(REACTIONS.length()), Numbers.count(value));
    }
  }

  private static String word(String value) {
    return value.strip().toLowerCase(Locale.ROOT);
  }

  private static @Nullable Boolean flag(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true", "1", "y", "yes" -> Boolean.TRUE;
      case "false", "0", "n", "no" -> Boolean.FALSE;
      default -> null;
    };
  }

  /** What lies outside of the scale is no rating. */
  private void rating(@Nullable Double rating, Draft post) {
    if (rating != null && rating >= worst && rating <= best) {
      post.rating = rating;
      post.ratingShare = (rating - worst) / (best - worst);
    }
  }
}
