package org.credence.jobs.simulate;

/** A post as a row of the Customer Support on Twitter data. */
final class CareFormat {

  private CareFormat() {}

  static String row(Post post, String answeredBy) {
    return Csv.row(
        post.id(),
        post.author().id(),
        post.author().voiceOf().isEmpty() ? "True" : "False",
        TweetFormat.createdAt(post.time()),
        post.text(),
        answeredBy,
        // Tables that went through pandas have the parent as a float.
        post.parent().map(parent -> parent.id() + ".0").orElse(""));
  }
}
